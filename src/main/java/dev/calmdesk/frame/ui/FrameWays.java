package dev.calmdesk.frame.ui;

import dev.calmdesk.flow.Channel;
import java.util.UUID;

/// Where the frame leads to and other features take over.
public interface FrameWays {

    /// Takes a contact that comes in now.
    void beginContact(Channel channel);

    void returnTo(UUID draftId);

    void practise();

    /// Where no knowledge stands beside the screen.
    void openKnowledge();

    void openSettings();

    void changePassword();

    /// The person has left; presence is switched off already.
    void signedOut();
}
