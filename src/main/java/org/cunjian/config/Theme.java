package org.cunjian.config;

import java.util.List;

/** A domain of governance that cases are browsed by: 平安法治, and the words that speak for it. */
public record Theme(String id, String name, List<String> cues) {
    public Theme {
        cues = List.copyOf(cues);
    }
}
