package org.cunjian.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Bundles as properties, with no falling back to whatever locale the machine has. */
final class Utf8Control extends ResourceBundle.Control {
    @Override
    public List<String> getFormats(String baseName) {
        return FORMAT_PROPERTIES;
    }

    @Override
    public List<Locale> getCandidateLocales(String baseName, Locale locale) {
        return List.of(Locale.forLanguageTag(locale.getLanguage()), Locale.ROOT);
    }

    @Override
    public @org.jspecify.annotations.Nullable Locale getFallbackLocale(String baseName, Locale locale) {
        return null;
    }
}
