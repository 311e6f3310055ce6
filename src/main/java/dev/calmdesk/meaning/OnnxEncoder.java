package dev.calmdesk.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// A model of the BERT family, run by ONNX Runtime on the calling thread.
///
/// Texts are encoded one by one: the numbers of a quantised model depend on what stands in the same batch.
final class OnnxEncoder implements Encoder {

    /// The model knows no further places.
    private static final int MOST_PIECES = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final String name;
    private final int width;

    /// @throws OrtException if the model cannot be read
    /// @throws LinkageError if there is nothing to run it with on this system
    OnnxEncoder(byte[] model, WordPieces pieces, String name) throws OrtException {
        this.pieces = pieces;
        this.name = name;
        environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "calmdesk");
        environment.setTelemetry(false);
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
        width = encode("").length;
    }

    @Override
    public float[] encode(String text) {
        var numbers = pieces.of(text, MOST_PIECES);
        var shape = new long[] {1, numbers.length};
        try (var ids = tensor(numbers, shape);
                var mask = tensor(ones(numbers.length), shape);
                var types = tensor(new long[numbers.length], shape);
                var result = session.run(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return ofLengthOne(firstOf((OnnxTensor) result.get(0)));
        } catch (OrtException e) {
            throw new IllegalStateException("The model cannot be run", e);
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private static long[] ones(int length) {
        var ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// What stands for the mark at the beginning is what the model says of the whole text.
    private static float[] firstOf(OnnxTensor tensor) {
        var width = (int) tensor.getInfo().getShape()[2];
        var first = new float[width];
        tensor.getFloatBuffer().get(first);
        return first;
    }

    private static float[] ofLengthOne(float[] vector) {
        var square = 0.0;
        for (var part : vector) {
            square += (double) part * part;
        }
        var length = Math.sqrt(square);
        for (var i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String name() {
        return name;
    }
}
