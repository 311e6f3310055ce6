package dev.calmdesk.frame.ui;

import dev.calmdesk.flow.Channel;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that hold everywhere in the window. Function keys come first here, before a control may take them; Alt+Left
/// only if nobody below wanted it.
final class FrameKeys {

    private final FrameViewModel model;
    private final Runnable find;

    FrameKeys(FrameViewModel model, Runnable find) {
        this.model = model;
        this.find = find;
    }

    void listenOn(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
    }

    private void first(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown() ? withShortcut(event.getCode()) : plain(event)) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        var isShift = event.isShiftDown();
        switch (event.getCode()) {
            case F1 -> model.toggleKeys();
            case F2 -> model.beginContact(isShift ? Channel.CHAT : Channel.PHONE);
            case F3 -> model.toggleDock();
            case F4 -> model.beginContact(Channel.EMAIL);
            case F9 -> model.practise();
            case ESCAPE -> {
                return closeKeys();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean closeKeys() {
        var wasShown = model.keysShownProperty().get();
        model.keysShownProperty().set(false);
        return wasShown;
    }

    private boolean withShortcut(KeyCode code) {
        if (code == KeyCode.K) {
            find.run();
            return true;
        }
        var number = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
        if (number < 0 || number > 8) {
            return false;
        }
        model.goToRail(number);
        return true;
    }

    private void last(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
            event.consume();
        }
    }
}
