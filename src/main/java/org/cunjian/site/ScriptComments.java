package org.cunjian.site;

import java.nio.charset.StandardCharsets;

/**
 * Scripts as they are published: without the lines that are comments only, without indentation and empty lines. What stands on
 * a line with code stays, so no string or regular expression is ever touched; a script with a backtick is left as it is,
 * because its strings may have lines of their own.
 */
final class ScriptComments {
    private ScriptComments() {}

    static byte[] strip(byte[] script) {
        String text = new String(script, StandardCharsets.UTF_8);
        return text.indexOf('`') >= 0 ? script : strip(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String strip(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean isInComment = false;
        for (String line : text.split("\n", -1)) {
            String code = line.strip();
            if (isInComment) {
                int end = code.indexOf("*/");
                isInComment = end < 0;
                code = end < 0 ? "" : code.substring(end + 2).strip();
            } else if (code.startsWith("/*")) {
                int end = code.indexOf("*/", 2);
                isInComment = end < 0;
                code = end < 0 ? "" : code.substring(end + 2).strip();
            }
            if (!code.isEmpty() && !code.startsWith("//")) out.append(code).append('\n');
        }
        return out.toString();
    }
}
