package dev.calmdesk.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kinds of picture that are kept. What a file is called does not count: its content says what it is.
public enum PictureType {
    PNG("image/png"),
    JPG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    SVG("image/svg+xml");

    private static final Pattern BEGINS_AS_SVG = Pattern.compile(
            "\\A\\uFEFF?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<svg[\\s>]", Pattern.DOTALL);
    /// A drawing needs neither scripts nor anything from elsewhere.
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)<\\s*(?:script|foreignObject|iframe|use\\s[^>]*href\\s*=\\s*[\"'][^#])|\\son\\w+\\s*=|javascript:|<!(?:DOCTYPE|ENTITY)"
                    + "|(?:href|src)\\s*=\\s*[\"'](?!#|data:image/(?:png|jpeg|gif|webp);)|url\\(\\s*[\"']?(?!#)|@import");

    private final String mediaType;

    PictureType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a content is; empty if such files are not kept.
    public static Optional<PictureType> of(byte[] content) {
        if (begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        } else if (begins(content, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPG);
        } else if (begins(content, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        } else if (begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        var text = new String(content, StandardCharsets.UTF_8);
        return BEGINS_AS_SVG.matcher(text).lookingAt() && !ACTIVE.matcher(text).find() ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean begins(byte[] content, int from, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (content.length <= from + i || Byte.toUnsignedInt(content[from + i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
