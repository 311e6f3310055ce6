package dev.calmdesk.knowledge.site;

/// HTML in the making. Whatever is not a tag goes through [#text] or an attribute, where it is escaped.
final class Html {

    private final StringBuilder html = new StringBuilder();

    /// A tag as it stands; its attributes are ours.
    Html tag(String tag) {
        html.append('<').append(tag).append('>');
        return this;
    }

    /// A tag with attributes: name, value, name, value …
    Html tag(String name, String... attributes) {
        html.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        html.append('>');
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /// An element that holds a text alone.
    Html element(String name, String text, String... attributes) {
        return tag(name, attributes).text(text).tag("/" + name);
    }

    Html link(String href, String text, String... attributes) {
        var all = new String[attributes.length + 2];
        all[0] = "href";
        all[1] = href;
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return element("a", text, all);
    }

    /// What another [Html] or the Markdown renderer made.
    Html safe(String made) {
        html.append(made);
        return this;
    }

    Html line() {
        html.append('\n');
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
