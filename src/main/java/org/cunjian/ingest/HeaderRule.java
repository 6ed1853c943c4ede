package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title and the lines above the first paragraph that belong to the page: menus go, lines that state source, date and
 * author become metadata, the title leaves the text; a subtitle and the first heading stay.
 *
 * <p>The title is what the reader of the format found (a page's {@code h1}, a Word file's title style); else the line above the
 * one that states source or date; else the first line that can be one. Of a title over several lines the first is taken.
 */
final class HeaderRule implements CleaningRule {
    /** A title has no more characters; a line of the text that long is prose. */
    private static final int MOST_TITLE_CHARS = 90;

    private static final int LEAST_TITLE_CHARS = 4;

    /** Header lines are looked for in so many lines above the text at most: saved pages have menus of a few hundred lines. */
    private static final int MOST_HEAD_LINES = 600;

    @Override
    public void apply(Draft draft) {
        int firstProse = firstProse(draft.lines);
        List<Line> head = new ArrayList<>(draft.lines.subList(0, firstProse));
        removeBoilerplate(draft, head);
        int meta = takeMetadata(draft, head);
        takeTitle(draft, head, meta);
        takeLateMetadata(draft, firstProse);
        draft.dropRemoved();
    }

    private static int firstProse(List<Line> lines) {
        int most = Math.min(lines.size(), MOST_HEAD_LINES);
        for (int i = 0; i < most; i++) if (isBody(lines.get(i))) return i;
        return Math.min(most, lines.size());
    }

    private static boolean isBody(Line line) {
        if (line.kind == Line.Kind.MARKDOWN || line.kind == Line.Kind.ITEM) return true;
        return line.isText()
                && Han.isProse(line.text())
                && MetaLine.parse(line.text()).isEmpty()
                && Boilerplate.find(line.text(), Boilerplate.Zone.HEAD).isEmpty();
    }

    private static void removeBoilerplate(Draft draft, List<Line> head) {
        for (Line line : head) {
            if (isTitle(draft, line) || line.kind == Line.Kind.CAPTION) continue;
            Boilerplate.find(line.text(), Boilerplate.Zone.HEAD).ifPresent(row -> {
                if (!row.isCaption()) draft.remove(line, row.name(), Grade.PROVEN);
                else if (line.isText()) CaptionRule.mark(draft, line, Grade.PROVEN);
            });
        }
        head.removeIf(line -> line.isRemoved || line.kind == Line.Kind.CAPTION);
    }

    private static boolean isTitle(Draft draft, Line line) {
        return draft.title != null && line.text().equals(draft.title);
    }

    /** Reads and removes the lines of metadata; the index of the first one in {@code head}, -1 where there is none. */
    private static int takeMetadata(Draft draft, List<Line> head) {
        int first = -1;
        for (int i = 0; i < head.size(); i++) {
            Line line = head.get(i);
            if (isTitle(draft, line)) continue;
            Optional<MetaLine> meta = MetaLine.parse(line.text());
            if (meta.isPresent() && isUseful(meta.get())) {
                take(draft, line, meta.get());
                if (first < 0) first = i;
            } else if (Byline.parse(line.text()).isPresent()) {
                if (draft.byline == null)
                    draft.byline = Byline.parse(line.text()).get();
                draft.remove(line, "byline", Grade.PROVEN);
                if (first < 0 && i > 0) first = i;
            }
        }
        return first;
    }

    private static boolean isUseful(MetaLine meta) {
        return meta.isLabelled() || meta.date() != null;
    }

    static void take(Draft draft, Line line, MetaLine meta) {
        if (draft.date == null) draft.date = meta.date();
        if (draft.source == null) draft.source = meta.source();
        if (draft.byline == null) draft.byline = meta.byline();
        if (draft.sourceUrl == null) draft.sourceUrl = meta.url();
        draft.remove(line, "header-line", Grade.PROVEN);
    }

    private static void takeTitle(Draft draft, List<Line> head, int meta) {
        if (draft.isTitleTaken && draft.title != null) return;
        Line chosen = draft.title != null ? lineOf(draft.title, head) : choose(head, meta);
        if (chosen != null) {
            if (draft.title == null) setTitle(draft, chosen.text());
            readSiteName(draft, head);
            removeAbove(draft, head, head.indexOf(chosen));
            draft.remove(chosen, "title", Grade.PROVEN);
        } else if (draft.title != null) {
            setTitle(draft, draft.title);
            removeAbove(draft, head, meta);
        }
    }

    private static void setTitle(Draft draft, String text) {
        String title = TitleText.withoutSuffix(text);
        draft.title = title;
    }

    /** The last name behind the title in the page's own one, {@code …--学习专栏-某某中学}, where the page names it again. */
    private static void readSiteName(Draft draft, List<Line> head) {
        if (draft.siteName != null || draft.title == null) return;
        Line pageTitle = head.get(0);
        String name = TitleText.siteName(TitleText.suffixOf(pageTitle.text(), draft.title));
        if (name.length() < 3) return;
        for (Line line : draft.lines) {
            if (line.number != pageTitle.number && line.text().contains(name)) {
                draft.siteName = name;
                return;
            }
        }
    }

    /** Everything above the title belongs to the page. */
    private static void removeAbove(Draft draft, List<Line> head, int end) {
        for (int i = 0; i < end; i++) draft.remove(head.get(i), "page-head", Grade.INFERRED);
    }

    private static @Nullable Line lineOf(String title, List<Line> head) {
        String bare = TitleText.bare(title);
        for (Line line : head) {
            String text = TitleText.bare(line.text());
            if (!text.isEmpty()
                    && (text.equals(bare)
                            || (text.length() >= 8
                                    && bare.equals(TitleText.bare(TitleText.withoutSuffix(line.text())))))) return line;
        }
        return null;
    }

    private static @Nullable Line choose(List<Line> head, int meta) {
        if (head.isEmpty()) return null;
        Line ofPage = repeatedPageTitle(head);
        if (ofPage != null) return ofPage;
        if (meta > 0) {
            Line above = aboveMetadata(head, meta);
            if (above != null) return above;
        }
        for (Line line : head) if (!line.isRemoved && canBeTitle(line)) return line;
        return null;
    }

    /** The line that the page's own title, the first line, begins with: saved pages have both. */
    private static @Nullable Line repeatedPageTitle(List<Line> head) {
        String pageTitle = head.get(0).text();
        for (int i = head.size() - 1; i > 0; i--) {
            Line line = head.get(i);
            String text = line.text();
            boolean isPrefix = text.length() >= 6 && pageTitle.length() > text.length() && pageTitle.startsWith(text);
            if (isPrefix && !line.isRemoved && "-_|｜丨–－—( （".indexOf(pageTitle.charAt(text.length())) >= 0) return line;
        }
        return null;
    }

    /** Of the lines directly above the metadata the first that can be a title; menus above them are shorter. */
    private static @Nullable Line aboveMetadata(List<Line> head, int meta) {
        Line found = null;
        for (int i = meta - 1; i >= 0 && i >= meta - 4; i--) {
            Line line = head.get(i);
            if (line.isRemoved) continue;
            boolean isMenu =
                    line.text().length() < 7 && Character.isLetter(line.text().charAt(0));
            if (found != null && isMenu) break;
            if (canBeTitle(line)) found = line;
        }
        return found;
    }

    private static boolean canBeTitle(Line line) {
        String text = line.text();
        if (line.kind == Line.Kind.HEADING) return true;
        if (!line.isText() || text.length() < LEAST_TITLE_CHARS || text.length() > MOST_TITLE_CHARS) return false;
        if (text.startsWith("——") || text.startsWith("--") || text.startsWith("—")) return false;
        if (text.endsWith("。") || text.endsWith("；") || text.endsWith("，") || text.endsWith("：")) return false;
        return text.codePoints().anyMatch(Han::isHan)
                || text.codePoints().filter(Character::isLetter).count() > 5;
    }

    /** A line of metadata, often a repeated one, may also stand below a lead paragraph: the next three lines are looked at. */
    private static void takeLateMetadata(Draft draft, int firstProse) {
        int to = Math.min(draft.lines.size(), firstProse + 4);
        for (int i = firstProse; i < to; i++) {
            Line line = draft.lines.get(i);
            if (!line.isText() || line.text().length() > 120) continue;
            MetaLine.parse(line.text()).filter(HeaderRule::isUseful).ifPresent(meta -> take(draft, line, meta));
        }
    }
}
