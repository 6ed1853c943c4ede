package org.cunjian.practice;

/** Where Traditional text becomes Simplified, character by character, so that offsets stay valid. */
final class ScriptFolding {
    private ScriptFolding() {}

    static String toSimplified(String text) {
        return org.cunjian.text.Simplifier.toSimplified(text);
    }
}
