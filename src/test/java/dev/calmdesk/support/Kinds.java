package dev.calmdesk.support;

import dev.calmdesk.data.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Every kind of shared record that the product has, found among its classes.
public final class Kinds {

    private static final List<Kind<?>> ALL = find();

    private Kinds() {}

    /// By name.
    public static List<Kind<?>> all() {
        return ALL;
    }

    private static List<Kind<?>> find() {
        try (var files = Files.walk(classes())) {
            return files.map(file -> classes().relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
                    .map(file -> file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .flatMap(Kinds::constantsOf)
                    .sorted(Comparator.comparing(Kind::name))
                    .<Kind<?>>map(kind -> kind)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Kind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Kind<?>> constantsOf(String className) {
        try {
            return Arrays.stream(Class.forName(className, false, Kinds.class.getClassLoader()).getDeclaredFields())
                    .filter(field -> field.getType() == Kind.class && Modifier.isStatic(field.getModifiers()))
                    .map(Kinds::valueOf);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Kind<?> valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return (Kind<?>) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
