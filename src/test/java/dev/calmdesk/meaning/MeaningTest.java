package dev.calmdesk.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeaningTest {

    private static final UUID NEAR = new UUID(0, 1);
    private static final UUID NEARER = new UUID(0, 2);
    private static final UUID FAR = new UUID(0, 3);

    /// Points where its text says, such as `1 0 0`.
    private static final Encoder COMPASS = new Encoder() {
        @Override
        public float[] encode(String text) {
            var numbers = text.split(" ");
            var direction = new float[numbers.length];
            for (var i = 0; i < numbers.length; i++) {
                direction[i] = Float.parseFloat(numbers[i]);
            }
            return direction;
        }

        @Override
        public int width() {
            return 3;
        }

        @Override
        public String name() {
            return "compass";
        }
    };

    private static Meaning meaning(String... pieces) {
        return Meaning.of(COMPASS, List.of(pieces));
    }

    @Test
    void theNearestPiecesCount() {
        var asked = meaning("0.6 0.8 0");

        assertThat(meaning("0.6 0.8 0").nearness(asked)).isCloseTo(1, within(1e-3));
        assertThat(meaning("1 0 0").nearness(asked)).isCloseTo(0.6, within(5e-3));
        assertThat(meaning("0 0 1", "1 0 0", "0 1 0").nearness(asked)).isCloseTo(0.8, within(5e-3));
        assertThat(meaning("-0.6 -0.8 0").nearness(asked)).isZero();
        assertThat(meaning().nearness(asked)).isZero();
    }

    @Test
    void whatIsKeptMeansTheSameWhenItIsRead() {
        var kept = meaning("0.6 0.8 0", "0 0 1");
        var read = Meaning.read(kept.bytes(), 3);

        assertThat(read.bytes()).isEqualTo(kept.bytes());
        assertThat(read.nearness(meaning("0 0 1"))).isEqualTo(kept.nearness(meaning("0 0 1")));
        assertThat(Meaning.read(meaning().bytes(), 3).nearness(kept)).isZero();
    }

    @Test
    void theNearestThingsComeFirstAndAlwaysInTheSameOrder() {
        var near = Nearness.to(
                meaning("1 0 0"),
                Map.of(FAR, meaning("0 1 0"), NEAR, meaning("0.8 0.6 0"), NEARER, meaning("0.8 0.6 0", "0.9 0.44 0")));

        assertThat(near.nearest(2)).containsExactly(NEARER, NEAR);
        assertThat(near.of(FAR)).hasValue(0.0);
        assertThat(near.of(new UUID(0, 4))).as("not known").isEmpty();
        assertThat(new Nearness(Map.of(FAR, 0.5, NEAR, 0.5)).nearest(5)).containsExactly(NEAR, FAR);
    }
}
