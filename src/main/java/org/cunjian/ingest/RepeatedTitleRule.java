package org.cunjian.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that only say the title again, as captions do: {@code 某县乡村治理(1)}, {@code 某县乡村治理(2)}. */
final class RepeatedTitleRule implements CleaningRule {
    private static final Pattern NUMBERED = Pattern.compile("(.+?)\\s*[（(]\\s*\\d{1,3}\\s*[）)]");

    @Override
    public void apply(Draft draft) {
        if (draft.title == null) return;
        String title = TitleText.bare(draft.title);
        int most = draft.title.length() + 12;
        for (Line line : draft.lines) {
            boolean canSay = line.isText() || line.kind == Line.Kind.HEADING;
            if (!canSay || line.text().length() > most) continue;
            Matcher numbered = NUMBERED.matcher(line.text());
            String said = numbered.matches() ? numbered.group(1) : line.text();
            if (TitleText.bare(said).equals(title)) draft.remove(line, "repeated-title", Grade.PROVEN);
        }
        draft.dropRemoved();
    }
}
