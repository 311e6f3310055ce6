package dev.calmdesk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Worker.State;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import org.testfx.util.WaitForAsyncUtils;

/// A real browser engine (WebKit) in the window of a test. Pages are opened from the disk, as a customer would who got
/// them on a stick.
public final class Browser {

    private final WebView view;
    private volatile CountDownLatch loaded = new CountDownLatch(1);

    /// To be made on the FX thread.
    public Browser() {
        view = new WebView();
        view.getEngine().getLoadWorker().stateProperty().subscribe(state -> {
            if (state == State.SUCCEEDED || state == State.FAILED) {
                loaded.countDown();
            }
        });
    }

    public WebView view() {
        return view;
    }

    /// Opens a page and waits for it.
    public void open(Path page) {
        leading(() -> view.getEngine().load(page.toUri().toString()));
    }

    /// Does what leads to another page, and waits for that.
    public void leading(Runnable act) {
        loaded = new CountDownLatch(1);
        FxTest.onFx(act);
        try {
            assertThat(loaded.await(20, TimeUnit.SECONDS)).as("the page was loaded").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The value of an expression of the page.
    public String ask(String script) {
        return String.valueOf(FxTest.<Object>call(() -> view.getEngine().executeScript(script)));
    }

    /// Puts a text into the search field as typing would.
    public void type(String text) {
        ask("""
                (function () {
                  var field = document.getElementById('q');
                  field.focus();
                  field.value = %s;
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                })()""".formatted(dev.calmdesk.data.Json.write(text)));
    }

    /// A key with the focus where it is.
    public void press(KeyCode key) {
        FxTest.onFx(view::requestFocus);
        FxTest.press(view, key);
    }
}
