package dev.calmdesk.app.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.calmdesk.hub.HubServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the log from the console to a file beside the store: English, with ids, never a customer's words.
public final class LogFile {

    private static final String NAME = "FILE";
    private static final String STORE = "calmdesk";
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24}: %msg%n";
    private static final int KEPT = 5;

    private LogFile() {}

    /// The file in a folder.
    public static Path file(Path folder) {
        return folder.resolve(STORE + ".log");
    }

    /// The file that the log goes to now; empty while it goes to the console.
    static Optional<Path> current() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(NAME)
                                instanceof RollingFileAppender<ILoggingEvent> appender
                ? Optional.of(Path.of(appender.getFile()))
                : Optional.empty();
    }

    /// From now on the log goes there; at the second call nothing happens. A folder that cannot be written leaves the
    /// log on the console.
    public static void in(Path folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) != null || !isWritable(folder)) {
            return;
        }
        root.addAppender(appender(context, folder, STORE, PATTERN));
        root.detachAppender("STDERR");
        root.setLevel(Level.WARN);
        context.getLogger("dev.calmdesk").setLevel(Level.INFO);
    }

    /// From now on a hub writes what it was asked for into a folder, one line of JSON each.
    static void requests(Path folder) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context && isWritable(folder)) {
            var log = context.getLogger(HubServer.REQUEST_LOG);
            if (log.getAppender(NAME) == null) {
                log.addAppender(appender(context, folder, "requests", "%msg%n"));
                log.setAdditive(false);
                log.setLevel(Level.INFO);
            }
        }
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(
            LoggerContext context, Path folder, String name, String pattern) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(folder.resolve(name + ".log").toString());
        appender.setEncoder(encoder(context, pattern));
        appender.setTriggeringPolicy(bySize(context));
        appender.setRollingPolicy(fewKept(context, folder, name, appender));
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> bySize(LoggerContext context) {
        var policy = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setMaxFileSize(FileSize.valueOf("2MB"));
        policy.start();
        return policy;
    }

    private static FixedWindowRollingPolicy fewKept(
            LoggerContext context, Path folder, String name, RollingFileAppender<ILoggingEvent> appender) {
        var policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve(name + ".%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(KEPT);
        policy.start();
        return policy;
    }
}
