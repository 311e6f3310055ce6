package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Says of a failure of H2 or of the disk what a person can do about it.
final class H2Failures {

    private static final Set<Integer> FILE_CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_CORRUPTED_1);

    private static final Set<Integer> FILE_DAMAGED = Set.of(
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_UNSUPPORTED_FORMAT,
            DataUtils.ERROR_BLOCK_NOT_FOUND);

    private static final long FULL_BELOW_BYTES = 256 * 1024;

    private H2Failures() {}

    /// Whether H2 gave up on the file, as it does after an error while writing.
    static boolean closedTheFile(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && FILE_CLOSED.contains(sql.getErrorCode()));
    }

    /// Whether H2 would have to write into a file that it opened for reading, because work was cut off in it.
    static boolean needsToWrite(Throwable failure) {
        return hasCode(failure, ErrorCode.DATABASE_IS_READ_ONLY)
                || causes(failure).anyMatch(cause -> String.valueOf(cause.getMessage()).contains("store is read-only"));
    }

    /// @return the failure itself if it is a problem already or nobody outside the program can mend it
    static RuntimeException asProblem(RuntimeException failure, Object folder) {
        if (failure instanceof Problem) {
            return failure;
        }
        if (hasCode(failure, ErrorCode.VALUE_TOO_LONG_2)) {
            return Problem.refused("store.problem.too_long");
        }
        var key = textKey(failure, folder);
        return key == null ? failure : Problem.unavailable(key, failure, folder);
    }

    /// While a store is opened, whatever fails is something a person has to know about.
    static Problem whileOpening(RuntimeException failure, Object folder) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        var key = textKey(failure, folder);
        if (key == null) {
            key = hasCode(failure, ErrorCode.GENERAL_ERROR_1) ? "store.problem.damaged" : "store.problem.cannot_open";
        } else if (key.equals("store.problem.disk_refused") && !diskRefused(failure)) {
            key = "store.problem.damaged"; // read beyond the end of a file that was cut short
        }
        return Problem.unavailable(key, failure, folder);
    }

    private static boolean diskRefused(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof IOException && !(cause instanceof EOFException));
    }

    /// @param otherwise the text key if the disk is not simply full
    static Problem ofFiles(IOException failure, String otherwise, Object place) {
        var key = saysDiskIsFull(failure) || isFull(place) ? "store.problem.disk_full" : otherwise;
        return Problem.unavailable(key, failure, place);
    }

    private static @Nullable String textKey(Throwable failure, Object folder) {
        if (causes(failure).anyMatch(H2Failures::saysDiskIsFull)) {
            return "store.problem.disk_full";
        }
        var key = textKey(failure);
        return "store.problem.disk_refused".equals(key) && isFull(folder) ? "store.problem.disk_full" : key;
    }

    private static @Nullable String textKey(Throwable failure) {
        if (causes(failure).anyMatch(H2Failures::saysFileIsDamaged)) {
            return "store.problem.damaged";
        }
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> switch (((SQLException) cause).getErrorCode()) {
                    case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "store.problem.in_use";
                    case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> "store.problem.damaged";
                    case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED ->
                        "store.problem.disk_refused";
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean saysFileIsDamaged(Throwable cause) {
        return cause instanceof MVStoreException store && FILE_DAMAGED.contains(store.getErrorCode());
    }

    private static boolean hasCode(Throwable failure, int code) {
        return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == code);
    }

    private static boolean saysDiskIsFull(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.contains("No space left")
                || message.contains("not enough space")
                || message.contains("Disk quota exceeded");
    }

    /// The system's message may be in any language, so the disk itself is asked too.
    private static boolean isFull(Object place) {
        try {
            return place instanceof Path path && Files.getFileStore(path).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
