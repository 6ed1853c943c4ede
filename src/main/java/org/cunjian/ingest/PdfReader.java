package org.cunjian.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * PDF files to drafts. Lines are joined into paragraphs again: one ends where its last line stays short of the margin or where
 * the next begins with an indent. Page numbers and what stands at the top or foot of most pages goes.
 */
final class PdfReader {
    static final int MOST_PAGES = 500;
    static final int MOST_CHARS = 2_000_000;

    /** A line that ends so many character widths before the right margin ends its paragraph. */
    private static final float SHORT_BY = 1.6f;

    private static final float INDENT_BY = 1.2f;

    private record PdfLine(String text, int page, float left, float right, float top, float size) {}

    private PdfReader() {}

    static Draft read(byte[] bytes) throws UnreadableException {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent())
                throw new UnreadableException("ingest/locked-pdf");
            if (document.getNumberOfPages() > MOST_PAGES)
                throw new UnreadableException(
                        "ingest/pdf-pages",
                        Integer.toString(document.getNumberOfPages()),
                        Integer.toString(MOST_PAGES));
            Stripper stripper = new Stripper();
            stripper.writeText(document, new StringWriter());
            if (stripper.chars > MOST_CHARS)
                throw new UnreadableException("ingest/pdf-chars", Integer.toString(MOST_CHARS));
            if (stripper.lines.isEmpty()) throw new UnreadableException("ingest/pdf-no-text");
            return draft(withoutMargins(stripper.lines, document.getNumberOfPages()));
        } catch (InvalidPasswordException e) {
            throw new UnreadableException("ingest/locked-pdf");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox meets broken and looped files with exceptions of every kind.
            throw new UnreadableException("ingest/broken-pdf");
        }
    }

    private static final class Stripper extends PDFTextStripper {
        private final List<PdfLine> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private float left = Float.MAX_VALUE;
        private float right;
        private float top;
        private float size;
        private int chars;

        Stripper() {
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String part, List<TextPosition> positions) {
            if (chars > MOST_CHARS) return;
            chars += part.length();
            text.append(part);
            for (TextPosition position : positions) {
                if (position.getUnicode().isBlank()) continue;
                left = Math.min(left, position.getXDirAdj());
                right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
                top = position.getYDirAdj();
                size = Math.max(size, position.getFontSizeInPt());
            }
        }

        @Override
        protected void writeWordSeparator() {
            text.append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            flush();
        }

        @Override
        protected void writeParagraphEnd() {
            flush();
        }

        @Override
        protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) {
            flush();
        }

        private void flush() {
            String line = Han.strip(DebrisRule.tidy(text.toString()));
            if (!line.isEmpty())
                lines.add(new PdfLine(withoutSpaces(line), getCurrentPageNo(), left, right, top, size));
            text.setLength(0);
            left = Float.MAX_VALUE;
            right = 0;
            size = 0;
        }
    }

    /** Justified setting looks like spaces between Han characters; a space between words of one line is kept once. */
    private static String withoutSpaces(String line) {
        int spaces = 0;
        int between = 0;
        for (int i = 1; i + 1 < line.length(); i++) {
            if (line.charAt(i) != ' ') continue;
            spaces++;
            if (Han.isHan(line.charAt(i - 1)) && Han.isHan(line.charAt(i + 1))) between++;
        }
        if (between < 6 || between * 4 < line.length()) return line.replaceAll(" {2,}", " ");
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean isBetween = line.charAt(i) == ' '
                    && (line.charAt(i - 1) > 0x2E80 || (i + 1 < line.length() && line.charAt(i + 1) > 0x2E80));
            if (!isBetween) kept.append(line.charAt(i));
        }
        return spaces == 0 ? line : kept.toString();
    }

    private static List<PdfLine> withoutMargins(List<PdfLine> lines, int pages) {
        Map<String, Integer> repeated = new HashMap<>();
        Map<Integer, float[]> extents = new HashMap<>();
        for (PdfLine line : lines) {
            float[] extent = extents.computeIfAbsent(line.page, p -> new float[] {Float.MAX_VALUE, 0});
            extent[0] = Math.min(extent[0], line.top);
            extent[1] = Math.max(extent[1], line.top);
        }
        for (PdfLine line : lines) if (isAtEdge(line, extents)) repeated.merge(edgeKey(line), 1, Integer::sum);
        List<PdfLine> kept = new ArrayList<>();
        for (PdfLine line : lines) {
            boolean isEdge = isAtEdge(line, extents);
            boolean isPageNumber =
                    isEdge && line.text.matches("[-—–·\\s第/共页]*\\d{1,4}[-—–·\\s页/共]*\\d{0,4}[-—–·\\s页]*");
            boolean isRunning = isEdge
                    && pages > 1
                    && repeated.getOrDefault(edgeKey(line), 0) * 2 > pages
                    && line.text.length() < 60;
            if (!isPageNumber && !isRunning) kept.add(line);
        }
        return kept;
    }

    private static boolean isAtEdge(PdfLine line, Map<Integer, float[]> extents) {
        float[] extent = extents.getOrDefault(line.page, new float[] {0, 0});
        return line.top == extent[0] || line.top == extent[1];
    }

    private static String edgeKey(PdfLine line) {
        return line.text.replaceAll("\\d+", "0");
    }

    private static Draft draft(List<PdfLine> lines) throws UnreadableException {
        if (lines.isEmpty()) throw new UnreadableException("ingest/pdf-no-text");
        Draft draft = new Draft();
        float leftMargin = quantile(lines.stream().map(PdfLine::left).toList(), 0.1);
        float rightMargin = quantile(lines.stream().map(PdfLine::right).toList(), 0.95);
        float bodySize = quantile(lines.stream().map(PdfLine::size).toList(), 0.5);
        Line open = null;
        PdfLine previous = null;
        int number = 0;
        for (PdfLine line : lines) {
            number++;
            float width = Math.max(4, line.size);
            boolean isIndented = line.left > leftMargin + INDENT_BY * width;
            boolean isSameSize = previous != null && Math.abs(previous.size - line.size) < 0.6f;
            boolean isFull = previous != null && previous.right + firstWordWidth(line) > rightMargin - SHORT_BY * width;
            boolean goesOn = open != null && isSameSize && isFull && !isIndented;
            boolean isTitleGoingOn = open != null
                    && isSameSize
                    && line.size > bodySize * 1.25f
                    && previous != null
                    && previous.page == line.page
                    && draft.lines.size() == 1;
            if (goesOn && open != null) {
                open.setText(PlainReader.glue(open.text(), line.text));
            } else if (isTitleGoingOn && open != null) {
                open.setText(open.text() + " " + line.text);
            } else {
                open = new Line(Line.Kind.TEXT, line.text, number, 1, isIndented);
                draft.lines.add(open);
            }
            previous = line;
        }
        PdfLine largest = lines.stream()
                .filter(l -> l.page == 1)
                .max(Comparator.comparing(PdfLine::size))
                .orElse(lines.get(0));
        if (largest.size > bodySize * 1.25f) {
            for (Line line : draft.lines)
                if (draft.title == null
                        && line.text().startsWith(largest.text)
                        && line.text().length() < 100) draft.title = line.text();
        }
        return draft;
    }

    /** How far the line before would have run on had the first word of this one stood on it; a Han character is no more than one. */
    private static float firstWordWidth(PdfLine line) {
        int end = 0;
        while (end < line.text.length() && line.text.charAt(end) != ' ' && line.text.charAt(end) < 0x2E80) end++;
        return end == 0 ? 0 : (end + 1) * (line.right - line.left) / line.text.length();
    }

    private static float quantile(List<Float> values, double share) {
        List<Float> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get((int) ((sorted.size() - 1) * share));
    }
}
