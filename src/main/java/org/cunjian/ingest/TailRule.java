package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ends the article where the page goes on: below the last paragraph of prose everything from the first line that belongs to
 * the page (相关新闻, 版权所有, 上一篇 …) goes. Source, date and author told down there are kept as metadata.
 */
final class TailRule implements CleaningRule {
    private static final Pattern END_MARK = Pattern.compile("完|终|全文完|正文完|END|End|end");

    @Override
    public void apply(Draft draft) {
        List<Line> lines = draft.lines;
        int last = lastProse(lines);
        List<Line> tail = new ArrayList<>(lines.subList(last + 1, lines.size()));
        int end = endOfArticle(tail);
        for (int i = 0; i < tail.size(); i++) {
            Line line = tail.get(i);
            boolean canGo = line.isText() || line.kind == Line.Kind.HEADING || line.kind == Line.Kind.CAPTION;
            if (!canGo) continue;
            if (line.isText()) takeMetadata(draft, line);
            Optional<Boilerplate> row = Boilerplate.find(line.text(), Boilerplate.Zone.TAIL);
            if (row.isPresent() && line.isText() && row.get().isCaption() && i <= end)
                CaptionRule.mark(draft, line, Grade.PROVEN);
            else if (row.isPresent() && line.kind != Line.Kind.CAPTION)
                draft.remove(line, row.get().name(), Grade.PROVEN);
            else if (i > end && last >= 0) draft.remove(line, "page-tail", Grade.INFERRED);
        }
        for (int i = 0; i <= last; i++) {
            boolean isPager = removeAnywhere(draft, lines.get(i));
            if (isPager && i + 1 < lines.size()) lines.get(i + 1).isBelowPager = true;
        }
        if (last >= 0) takeEnding(draft, lines.get(last));
        for (Line line : tail) if (!line.isRemoved && line.isText()) takeEnding(draft, line);
        draft.dropRemoved();
    }

    private static int lastProse(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (line.kind == Line.Kind.MARKDOWN) return i;
            if (!line.isText() && line.kind != Line.Kind.ITEM) continue;
            boolean isProse = Han.isProse(line.text())
                    && Boilerplate.find(line.text(), Boilerplate.Zone.TAIL).isEmpty()
                    && MetaLine.parse(line.text()).isEmpty();
            if (isProse) return i;
        }
        return -1;
    }

    private static int endOfArticle(List<Line> tail) {
        for (int i = 0; i < tail.size(); i++) {
            Optional<Boilerplate> row = Boilerplate.find(tail.get(i).text(), Boilerplate.Zone.TAIL);
            if (row.isPresent() && row.get().endsTheArticle()) return i;
        }
        return tail.size();
    }

    /** Whether it was the end of a page of the article. */
    private static boolean removeAnywhere(Draft draft, Line line) {
        if (!line.isText()) return false;
        Optional<Boilerplate> row = Boilerplate.find(line.text(), Boilerplate.Zone.ANYWHERE);
        if (row.isEmpty()) return false;
        if (row.get().isCaption()) CaptionRule.mark(draft, line, Grade.PROVEN);
        else draft.remove(line, row.get().name(), Grade.PROVEN);
        return row.get().name().equals("pager");
    }

    private static void takeMetadata(Draft draft, Line line) {
        Optional<MetaLine> meta = MetaLine.parse(line.text());
        boolean isPaper = line.text().indexOf('《') >= 0
                && meta.isPresent()
                && meta.get().date() != null
                && meta.get().source() != null;
        boolean isTelling = meta.isPresent()
                && (meta.get().isLabelled() || isPaper)
                && (meta.get().source() != null
                        || meta.get().byline() != null
                        || meta.get().url() != null);
        if (isTelling) {
            HeaderRule.take(draft, line, meta.get());
            return;
        }
        Optional<String> byline = Byline.parse(line.text());
        if (byline.isEmpty()) return;
        if (draft.byline == null) draft.byline = byline.get();
        draft.remove(line, "byline", Grade.PROVEN);
    }

    /** {@code ……幸福感。(文/刘冬骏)}, {@code ……指数”。(武艳琼 张小强 供稿)}, {@code ……（来源：某某日报）} */
    private static void takeEnding(Draft draft, Line line) {
        if (!line.isText()) return;
        Optional<Byline.Ending> ending = Byline.ending(line.text());
        if (ending.isEmpty() || ending.get().start() == 0) return;
        String inner = ending.get().inner();
        Optional<String> who = Byline.roles(inner).or(() -> Byline.credit(inner));
        Optional<MetaLine> meta = who.isPresent() ? Optional.empty() : MetaLine.parse(inner);
        boolean isEndMark = END_MARK.matcher(Han.strip(inner)).matches();
        boolean isEditor = Boilerplate.find(inner, Boilerplate.Zone.TAIL)
                .filter(row -> row.name().equals("editor"))
                .isPresent();
        if (who.isPresent()) {
            if (draft.byline == null) draft.byline = who.get();
        } else if (meta.isPresent() && meta.get().isLabelled()) {
            if (draft.source == null) draft.source = meta.get().source();
            if (draft.byline == null) draft.byline = meta.get().byline();
        } else if (!isEditor && !isEndMark) {
            return;
        }
        String rest = Han.strip(line.text().substring(0, ending.get().start()));
        String rule = isEndMark ? "end-mark" : isEditor ? "editor" : "byline";
        draft.note(line, line.text().substring(ending.get().start()), "", rule, Grade.PROVEN);
        line.setText(rest);
    }
}
