package org.cunjian.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.content.Lexicon;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Simplifier;
import org.cunjian.text.Span;

/**
 * Lays the curator's word over what was extracted: aliases give the canonical name, names that are never practices go, {@code
 * practices=+甲, -乙} of the front matter adds and removes, and what says the same twice becomes one. Pure, and cheap enough to
 * run anew in each build, so that a change of the lexicon needs no new extraction.
 */
public final class CaseCurator {
    private final Map<String, String> canonicalByKey = new HashMap<>();
    private final Set<String> neverKeys = new HashSet<>();

    public CaseCurator(Lexicon lexicon) {
        lexicon.aliases().forEach((alias, name) -> canonicalByKey.put(PracticeKey.of(alias), name));
        lexicon.neverPractices().forEach(name -> neverKeys.add(PracticeKey.of(name)));
    }

    public Case curate(Case read) {
        Set<String> removed = new HashSet<>(neverKeys);
        Map<String, String> added = new LinkedHashMap<>();
        for (String name : read.article().curation().addedPractices()) {
            added.put(PracticeKey.of(name), name);
            removed.remove(PracticeKey.of(name));
        }
        read.article().curation().removedPractices().forEach(name -> removed.add(PracticeKey.of(name)));

        Map<String, PracticeFinding> byKey = new LinkedHashMap<>();
        for (PracticeFinding finding : read.practices()) {
            String key = PracticeKey.of(finding.name());
            if (removed.contains(key)) continue;
            PracticeFinding named = named(finding, key);
            if (added.containsKey(key)) named = named.withStatus(PracticeStatus.CONFIRMED);
            byKey.merge(PracticeKey.of(named.name()), named, CaseCurator::joined);
        }
        added.forEach((key, name) ->
                byKey.computeIfAbsent(key, k -> written(read.article().body(), name)));
        List<PracticeFinding> practices = new ArrayList<>(byKey.values());
        practices.sort(java.util.Comparator.comparing(PracticeFinding::status)); // stable: confirmed before candidates
        return read.withPractices(practices);
    }

    private PracticeFinding named(PracticeFinding finding, String key) {
        String canonical = canonicalByKey.get(key);
        if (canonical == null || canonical.equals(finding.name())) return finding;
        Set<String> aliases = new LinkedHashSet<>(finding.aliases());
        aliases.add(finding.name());
        aliases.remove(canonical);
        return new PracticeFinding(
                canonical,
                List.copyOf(aliases),
                finding.kind(),
                finding.status(),
                finding.confidence(),
                finding.components(),
                finding.declaredCount(),
                finding.mentions(),
                finding.reasons());
    }

    /** Two findings of one key: the surer one's name and kind, all mentions, the longer list of components. */
    private static PracticeFinding joined(PracticeFinding a, PracticeFinding b) {
        boolean isFirstSurer = a.confidence() >= b.confidence();
        PracticeFinding lead = isFirstSurer ? a : b;
        PracticeFinding other = isFirstSurer ? b : a;
        Set<String> aliases = new LinkedHashSet<>(lead.aliases());
        aliases.addAll(other.aliases());
        aliases.add(other.name());
        aliases.remove(lead.name());
        Set<Mention> mentions = new java.util.TreeSet<>(java.util.Comparator.comparing(Mention::span));
        mentions.addAll(lead.mentions());
        mentions.addAll(other.mentions());
        List<Component> components =
                lead.components().size() >= other.components().size() ? lead.components() : other.components();
        boolean isConfirmed = lead.status() == PracticeStatus.CONFIRMED || other.status() == PracticeStatus.CONFIRMED;
        return new PracticeFinding(
                lead.name(),
                List.copyOf(aliases),
                lead.kind(),
                isConfirmed ? PracticeStatus.CONFIRMED : PracticeStatus.CANDIDATE,
                lead.confidence(),
                components,
                lead.declaredCount() != null ? lead.declaredCount() : other.declaredCount(),
                List.copyOf(mentions),
                lead.reasons());
    }

    /** A practice that the curator named and the extractor did not: found again wherever the body prints the name. */
    private static PracticeFinding written(String body, String name) {
        String simple = Simplifier.toSimplified(body);
        String wanted = Simplifier.toSimplified(name);
        List<Mention> mentions = new ArrayList<>();
        List<Span> sentences = simple.contains(wanted) ? SentenceSplitter.split(body) : List.of();
        int sentence = 0;
        for (int i = simple.indexOf(wanted); i >= 0; i = simple.indexOf(wanted, i + wanted.length())) {
            Span span = Span.at(i, wanted.length());
            while (sentence < sentences.size() - 1 && sentences.get(sentence).end() <= i) sentence++;
            Span evidence = sentences.get(sentence).contains(span) ? sentences.get(sentence) : span;
            mentions.add(new Mention(span, span.of(body), evidence));
        }
        PracticeKind kind = name.indexOf('+') >= 0 ? PracticeKind.FORMULA : PracticeKind.OTHER;
        return new PracticeFinding(
                Simplifier.toSimplified(name),
                List.of(),
                kind,
                PracticeStatus.CONFIRMED,
                1.0,
                List.of(),
                null,
                mentions,
                List.of("curator"));
    }
}
