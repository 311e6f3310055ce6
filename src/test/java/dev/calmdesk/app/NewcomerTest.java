package dev.calmdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Somebody calls whom nobody knows.
class NewcomerTest extends DeskJourney {

    @Test
    void theNumberThatWasSearchedForIsTheOneOfTheNewCustomer() {
        enter("8051");
        onFx(() -> appearance.use(Locale.ENGLISH));
        rebuild();
        onFx(() -> stage.setHeight(720));
        keys(KeyCode.F1);
        pictures("keys-en");
        keys(KeyCode.F1);
        keys(KeyCode.F2);
        shown("#matter");
        robot.write("19900001312");
        TextField number = shown("#newcomer #number");
        await("all of it is taken over", () -> number.getText().equals("19900001312"));
        pictures("newcomer-en");

        TextField name = shown("#newcomer #name");
        onFx(() -> {
            number.setText("19900001399");
            name.requestFocus();
        });
        robot.write("Wang");
        await("the name is written", () -> name.getText().equals("Wang"));
        assertThat(number.getText()).isEqualTo("19900001399");
    }
}
