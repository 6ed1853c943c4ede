package org.cunjian.config;

import java.util.List;

/**
 * A domain of governance that cases are browsed by: 平安法治, and the words that speak for it, as the configuration writes them:
 * {@code 纠纷} speaks of itself, {@code （安全）} only beside one that does, {@code -粮食安全} is a longer word that does not.
 */
public record Theme(String id, String name, List<String> cues) {
    /** What a word does for its theme. */
    public enum Role {
        OWN,
        SUPPORTING,
        EXCLUDED
    }

    /** A cue without its signs. */
    public record Cue(String word, Role role) {}

    public Theme {
        cues = List.copyOf(cues);
    }

    public List<Cue> parsedCues() {
        return cues.stream().map(Theme::parse).toList();
    }

    private static Cue parse(String cue) {
        int last = cue.length() - 1;
        if (last > 0 && (cue.charAt(0) == '-' || cue.charAt(0) == '－'))
            return new Cue(cue.substring(1).strip(), Role.EXCLUDED);
        boolean isBracketed = last > 1
                && (cue.charAt(0) == '（' || cue.charAt(0) == '(')
                && (cue.charAt(last) == '）' || cue.charAt(last) == ')');
        return isBracketed ? new Cue(cue.substring(1, last).strip(), Role.SUPPORTING) : new Cue(cue, Role.OWN);
    }
}
