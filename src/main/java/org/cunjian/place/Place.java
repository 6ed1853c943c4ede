package org.cunjian.place;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of administrative units with full official names in Simplified Chinese; a level that is not known is null.
 * {@code code} is the statistical code of the deepest level the gazetteer knows (2 digits for a province, 4 city, 6 county, 9
 * township, 12 village), null when it knows none.
 */
public record Place(
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String township,
        @Nullable String village,
        @Nullable String code) {

    public Place {
        if (province == null && city == null && county == null && township == null && village == null)
            throw new IllegalArgumentException("a place without any level");
    }

    /** The five levels from province to village; absent ones null. */
    public List<@Nullable String> levels() {
        List<@Nullable String> levels = new ArrayList<>(5);
        levels.add(province);
        levels.add(city);
        levels.add(county);
        levels.add(township);
        levels.add(village);
        return levels;
    }

    /** The chain as content files write it, absent levels empty, trailing ones dropped: {@code 北京市//延庆区}. */
    public String chain() {
        StringBuilder chain = new StringBuilder();
        int slashes = 0;
        for (String level : levels()) {
            if (level != null) {
                chain.append("/".repeat(slashes)).append(level);
                slashes = 0;
            }
            slashes++;
        }
        return chain.toString();
    }

    /** The deepest level that is known: {@code 建设村}. */
    public String shortName() {
        String name = null;
        for (String level : levels()) if (level != null) name = level;
        return java.util.Objects.requireNonNull(name);
    }
}
