package dev.calmdesk.data;

import dev.calmdesk.base.Problem;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Says of a failure of H2 what a person can do about it.
final class H2Failures {

    private static final Set<Integer> FILE_CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_CORRUPTED_1);

    private H2Failures() {}

    /// Whether H2 gave up on the file, as it does after an error while writing.
    static boolean closedTheFile(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && FILE_CLOSED.contains(sql.getErrorCode()));
    }

    /// @return the failure itself if it is a problem already or nobody outside the program can mend it
    static RuntimeException asProblem(RuntimeException failure, Object folder) {
        if (failure instanceof Problem) {
            return failure;
        }
        var key = textKey(failure);
        return key == null ? failure : Problem.unavailable(key, failure, folder);
    }

    private static @Nullable String textKey(Throwable failure) {
        if (causes(failure).anyMatch(H2Failures::saysDiskIsFull)) {
            return "store.problem.disk_full";
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
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean saysDiskIsFull(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || message.contains("not enough space")
                || message.contains("Disk quota exceeded");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause).limit(20);
    }
}
