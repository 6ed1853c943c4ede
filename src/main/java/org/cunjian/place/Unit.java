package org.cunjian.place;

/** One administrative unit of the gazetteer: statistical code, full official name, level. */
public record Unit(String code, String name, Level level) {
    public Unit {
        if (code.length() != level.codeDigits())
            throw new IllegalArgumentException(name + ": code " + code + " for " + level);
    }
}
