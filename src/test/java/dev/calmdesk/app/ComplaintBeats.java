package dev.calmdesk.app;

import dev.calmdesk.bench.FxBeats;
import org.junit.jupiter.api.Test;

/// How long the window's thread is busy at a time while a complaint is taken by keyboard: the first of the day, and one
/// more when everything was shown once.
public abstract class ComplaintBeats extends ComplaintByKeyboard {

    private final FxBeats beats = new FxBeats();

    @Test
    void theWindowsThreadInAComplaint() throws InterruptedException {
        enter("8051");
        onFx(() -> stage.setIconified(true)); // without a display every frame is copied on this thread, as nowhere else
        complaint("the first complaint of the day");
        complaint("another complaint");
    }

    private void complaint(String which) throws InterruptedException {
        beats.begin();
        takeAndCloseAComplaint();
        beats.end(which);
    }

    @Override
    void begins(String part) {
        beats.at(part);
    }
}
