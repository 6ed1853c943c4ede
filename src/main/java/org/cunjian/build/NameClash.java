package org.cunjian.build;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Paths that may be one file on some systems: {@code A.html} and {@code a.html}, a file and a folder of one name. */
final class NameClash {
    private NameClash() {}

    /**
     * Whether removing what has gone could take with it what was written: a file became a folder, a folder a file, or the system
     * takes {@code A.html} and {@code a.html} for one.
     */
    static boolean between(Collection<String> gone, Collection<String> written) {
        if (gone.isEmpty()) return false;
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (String path : written) {
            String spelled = spelling(path);
            files.add(spelled);
            for (int slash = spelled.indexOf('/'); slash > 0; slash = spelled.indexOf('/', slash + 1))
                folders.add(spelled.substring(0, slash));
        }
        for (String path : gone) {
            String spelled = spelling(path);
            if (files.contains(spelled) || folders.contains(spelled)) return true;
            for (int slash = spelled.indexOf('/'); slash > 0; slash = spelled.indexOf('/', slash + 1))
                if (files.contains(spelled.substring(0, slash))) return true;
        }
        return false;
    }

    private static String spelling(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
