package org.cunjian.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practice as one article shows it. Name, aliases and component names are Simplified, without quotes; surfaces are as
 * printed.
 *
 * @param confidence 0 to 1: the extractor's estimate that a careful reader would call this a practice
 * @param components in the article's order; empty when it states none
 * @param declaredCount the number in the name (五长制: 5), null when there is none
 * @param mentions in text order; empty only when the curator added the name and the article does not print it
 * @param reasons who other than the extractor spoke for it, as short codes such as {@code curator}; the extractor's own signs are told
 *     by {@link PracticeExtractor#explain}, and kept nowhere: ten strings a finding were a third of a site's memory
 */
public record PracticeFinding(
        String name,
        List<String> aliases,
        PracticeKind kind,
        PracticeStatus status,
        double confidence,
        List<Component> components,
        @Nullable Integer declaredCount,
        List<Mention> mentions,
        List<String> reasons) {

    public PracticeFinding {
        if (name.isBlank()) throw new IllegalArgumentException("practice without a name");
        if (!(confidence >= 0 && confidence <= 1)) throw new IllegalArgumentException("confidence " + confidence);
        aliases = List.copyOf(aliases);
        components = List.copyOf(components);
        mentions = List.copyOf(mentions);
        reasons = List.copyOf(reasons);
    }

    public PracticeFinding withStatus(PracticeStatus other) {
        return new PracticeFinding(
                name, aliases, kind, other, confidence, components, declaredCount, mentions, reasons);
    }
}
