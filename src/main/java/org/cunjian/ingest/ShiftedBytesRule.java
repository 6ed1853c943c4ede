package org.cunjian.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Runs of GBK text read one byte too late: {@code 安心?！靶滦娃r村} was {@code 安心。“新型農村}. The byte before the run was
 * lost and became {@code ?}; every following byte is still there, so the characters after the first are proven. The first is
 * inferred: its lead byte must be that of Chinese punctuation. A run that ends in a broken tag ({@code ?！?/p>}) was {@code 。”}
 * and the tag.
 */
final class ShiftedBytesRule implements CleaningRule {
    private static final Charset GBK = Charset.forName("GBK");
    /** The rows of GBK that hold 。“” and ，：and their like: one of these lead bytes was lost. */
    private static final byte[] PUNCTUATION_ROWS = {(byte) 0xA1, (byte) 0xA3};

    private static final String MARKS = "、。…‘’“”《》「」『』【】—，；：？！（）";
    private static final int MOST_RUN = 24;

    @Override
    public void apply(Draft draft) {
        for (Line line : draft.lines) {
            int at = line.text().indexOf('?');
            if (at >= 0) mend(draft, line);
        }
    }

    private static void mend(Draft draft, Line line) {
        String text = line.text();
        StringBuilder mended = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', Math.max(at + 1, done))) {
            Repair repair = repair(text, at);
            if (repair == null) continue;
            draft.note(
                    line,
                    text.substring(Math.max(0, at - 4), repair.end),
                    text.substring(Math.max(0, at - 4), at) + repair.text,
                    "shifted-bytes",
                    Grade.INFERRED);
            mended.append(text, done, at).append(repair.text);
            done = repair.end;
        }
        if (done > 0) line.setText(mended.append(text, done, text.length()).toString());
    }

    private record Repair(int end, String text) {}

    private static @Nullable Repair repair(String text, int at) {
        if (text.startsWith("?！?/p>", at) || text.startsWith("?!?/p>", at)) return new Repair(at + 6, "。”");
        if (text.startsWith("?/p>", at)) return new Repair(at + 4, "");
        int end = at + 1;
        // The site's own tidying may have made ！ narrow.
        if (end < text.length() && text.charAt(end) == '!') end++;
        while (end < text.length() && end - at <= MOST_RUN && isWide(text.charAt(end))) end++;
        if (end == at + 1 || end >= text.length()) return null;
        char last = text.charAt(end);
        if (last < 0x40 || last > 0x7E) return null;
        String run = text.substring(at + 1, end).replace('!', '！');
        for (byte lost : PUNCTUATION_ROWS) {
            String fixed = decode(lost, run, (byte) last);
            if (fixed != null) return new Repair(end + 1, fixed);
        }
        return null;
    }

    private static boolean isWide(char c) {
        return Han.isHan(c)
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF01 && c <= 0xFF5E)
                || (c >= 0x2010 && c <= 0x2026);
    }

    /** The run's own bytes between the lost one and {@code last}; null where they are no text. */
    private static @Nullable String decode(byte lost, String run, byte last) {
        try {
            ByteBuffer own = GBK.newEncoder().encode(CharBuffer.wrap(run));
            byte[] bytes = new byte[own.remaining() + 2];
            bytes[0] = lost;
            own.get(bytes, 1, bytes.length - 2);
            bytes[bytes.length - 1] = last;
            String text = GBK.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return isText(text, bytes) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isText(String text, byte[] bytes) {
        int han = 0;
        if (MARKS.indexOf(text.charAt(0)) < 0 || bytes.length != text.length() * 2) return false;
        for (char c : text.substring(1).toCharArray()) {
            if (Han.isHan(c)) han++;
            else if (MARKS.indexOf(c) < 0) return false;
        }
        return han > 1;
    }
}
