package dev.calmdesk.frame.ui;

import dev.calmdesk.flow.Channel;
import java.util.ArrayList;
import java.util.List;

/// Everything that can be done from everywhere, places included.
final class Commands {

    private final FrameViewModel frame;
    private final List<Command> commands = new ArrayList<>();

    Commands(FrameViewModel frame) {
        this.frame = frame;
    }

    List<Command> all() {
        if (frame.servesCustomers()) {
            add("frame.command.phone", "fth-phone-call", "F2", () -> frame.beginContact(Channel.PHONE));
            add("frame.command.chat", "fth-message-circle", "Shift F2", () -> frame.beginContact(Channel.CHAT));
            add("frame.command.mail", "fth-mail", "F4", () -> frame.beginContact(Channel.EMAIL));
            add("frame.command.in_person", "fth-user", "", () -> frame.beginContact(Channel.IN_PERSON));
        }
        var places = frame.places();
        for (var i = 0; i < places.size(); i++) {
            var entry = places.get(i);
            add(entry.textKey(), entry.icon(), i < 9 ? "Ctrl " + (i + 1) : "", () -> frame.go(entry.place()));
        }
        add("frame.command.practise", "fth-target", "F9", frame::practise);
        add("frame.command.dock", "fth-sidebar", "F3", frame::toggleDock);
        add("frame.command.keys", "fth-command", "F1", frame::toggleKeys);
        add("frame.person.password", "fth-key", "", frame::changePassword);
        add("frame.person.sign_out", "fth-log-out", "", frame::signOut);
        return commands;
    }

    private void add(String textKey, String icon, String keys, Runnable act) {
        commands.add(new Command(frame.texts().get(textKey), icon, keys, act));
    }
}
