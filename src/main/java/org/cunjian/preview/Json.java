package org.cunjian.preview;

/** A text as a JSON string. */
final class Json {
    private Json() {}

    static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c == '\n') json.append("\\n");
            else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c))
                json.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
            else json.append(c);
        }
        return json.append('"').toString();
    }
}
