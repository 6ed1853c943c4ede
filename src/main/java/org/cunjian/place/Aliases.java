package org.cunjian.place;

import org.jspecify.annotations.Nullable;

/** The other names by which texts call a unit. */
final class Aliases {
    private static final String[] PEOPLES = {
        "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克", "傣族",
        "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族",
        "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "鄂温克族", "裕固族", "保安族", "独龙族", "鄂伦春", "各族", "蒙古族"
    };

    private Aliases() {}

    static void add(NameTable names, String name, Level level, int unit) {
        names.add(name, unit, NameTable.FULL);
        switch (level) {
            case PROVINCE -> bare(names, name, unit, "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市");
            case CITY -> {
                if (name.endsWith("自治州")) autonomous(names, name, unit, "自治州", "州");
                else bare(names, name, unit, "地区", "盟", "市");
            }
            case COUNTY -> addCounty(names, name, unit);
            default -> addTownship(names, name, unit);
        }
    }

    private static void addCounty(NameTable names, String name, int unit) {
        if (name.endsWith("自治县")) autonomous(names, name, unit, "自治县", "县");
        else if (name.endsWith("自治旗")) autonomous(names, name, unit, "自治旗", "旗");
        else {
            String stem = bare(names, name, unit, "林区", "特区", "县", "市", "区", "旗");
            if (stem == null || stem.length() < 2) return;
            // Counties that have become districts or cities keep their old name in older texts: 奉化市, 延庆县.
            if (name.endsWith("区") || name.endsWith("市")) names.add(stem + "县", unit, NameTable.VARIANT);
            if (name.endsWith("区")) names.add(stem + "市", unit, NameTable.VARIANT);
        }
    }

    private static void addTownship(NameTable names, String name, int unit) {
        if (name.endsWith("街道"))
            names.add(name.substring(0, name.length() - (name.endsWith("街街道") ? 2 : 1)), unit, NameTable.VARIANT);
        for (String end : new String[] {"民族乡", "族乡"}) {
            String stem = end.equals("族乡") ? withoutPeoples(name.substring(0, name.length() - 1)) : stem(name, end);
            if (name.endsWith(end) && stem != null && stem.length() >= 2)
                names.add(stem + "乡", unit, NameTable.VARIANT);
        }
        // Townships become towns, towns become subdistricts; the stem stays.
        for (String end : new String[] {"街道", "镇", "乡"}) {
            String stem = stem(name, end);
            if (stem == null || stem.length() < 2) continue;
            if (!end.equals("镇")) names.add(stem + "镇", unit, NameTable.VARIANT);
            if (!end.equals("乡")) names.add(stem + "乡", unit, NameTable.VARIANT);
        }
    }

    private static void autonomous(NameTable names, String name, int unit, String end, String shortEnd) {
        String stem = withoutPeoples(name.substring(0, name.length() - end.length()));
        names.add(stem + shortEnd, unit, NameTable.VARIANT);
        names.add(stem + end, unit, NameTable.VARIANT);
        names.add(stem, unit, NameTable.BARE);
    }

    /** 湘西土家族苗族 is 湘西. */
    private static String withoutPeoples(String name) {
        for (boolean cut = true; cut; ) {
            cut = false;
            for (String people : PEOPLES) {
                if (name.endsWith(people) && name.length() > people.length() + 1) {
                    name = name.substring(0, name.length() - people.length());
                    cut = true;
                }
            }
        }
        return name;
    }

    private static @Nullable String bare(NameTable names, String name, int unit, String... ends) {
        for (String end : ends) {
            String stem = stem(name, end);
            if (stem == null) continue;
            names.add(stem, unit, NameTable.BARE);
            return stem;
        }
        return null;
    }

    private static @Nullable String stem(String name, String end) {
        return name.endsWith(end) && name.length() > end.length()
                ? name.substring(0, name.length() - end.length())
                : null;
    }
}
