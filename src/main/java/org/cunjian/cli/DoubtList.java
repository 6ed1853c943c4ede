package org.cunjian.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cunjian.build.Doubt;
import org.cunjian.diagnostic.Messages;
import org.cunjian.text.DisplayWidth;

/** Doubts for a terminal: by kind with counts, numbered, each with place, evidence and the line that settles it. */
final class DoubtList {
    private static final int EVIDENCE_CELLS = 150;

    private final PrintStream out;
    private final Messages messages;

    DoubtList(PrintStream out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    /** Prints the first {@code limit} of {@code doubts}, and how many there are of each kind. */
    void print(List<Doubt> doubts, int limit) {
        if (doubts.isEmpty()) return;
        Map<Doubt.Kind, Integer> counts = new EnumMap<>(Doubt.Kind.class);
        for (Doubt doubt : doubts) counts.merge(doubt.kind(), 1, Integer::sum);
        out.println(messages.text("cli/doubts-head", Integer.toString(doubts.size())));
        for (Map.Entry<Doubt.Kind, Integer> count : counts.entrySet()) out.println("  " + heading(count));
        Doubt.Kind kind = null;
        int number = 0;
        for (Doubt doubt : doubts.subList(0, Math.min(limit, doubts.size()))) {
            if (doubt.kind() != kind) {
                kind = doubt.kind();
                out.println();
                out.println("── " + heading(Map.entry(kind, counts.getOrDefault(kind, 0))) + " ──");
            }
            print(++number, doubt);
        }
        if (doubts.size() > limit) {
            out.println();
            out.println(messages.text("cli/doubts-more", Integer.toString(doubts.size() - limit)));
        }
    }

    private String heading(Map.Entry<Doubt.Kind, Integer> count) {
        return messages.text(
                "cli/doubts-kind", messages.text(count.getKey().key()), Integer.toString(count.getValue()));
    }

    private void print(int number, Doubt doubt) {
        out.println();
        out.println(number + ". "
                + messages.text(doubt.code(), (Object[]) doubt.args().toArray(new String[0])));
        out.println("   " + doubt.where().label());
        if (!doubt.evidence().isEmpty())
            out.println("   │ " + DisplayWidth.cut(doubt.evidence().replace('\n', ' '), EVIDENCE_CELLS));
        for (Doubt.Remedy remedy : doubt.remedies()) {
            String what = messages.text(remedy.code(), remedy.file());
            out.println("   → "
                    + (remedy.replaces().isEmpty()
                            ? what
                            : messages.text("build/remedy-replace", what, remedy.replaces())));
            if (!remedy.line().isEmpty()) remedy.line().lines().forEach(line -> out.println("       " + line));
        }
    }
}
