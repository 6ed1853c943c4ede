package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Tables of data as Markdown; tables that only lay out a page are none. */
final class HtmlTable {
    private static final int MOST_CELL_CHARS = 200;
    private static final int MOST_COLUMNS = 20;

    private HtmlTable() {}

    /** Empty where the table has one column or row, another table inside, or cells as long as paragraphs. */
    static String of(Element table) {
        if (table.select("table").size() > 1) return "";
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) cells.add(Han.strip(DebrisRule.tidy(cell.text())));
            if (cells.stream().anyMatch(c -> !c.isEmpty())) rows.add(cells);
        }
        return of(rows);
    }

    static String of(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean isLayout = rows.size() < 2
                || columns < 2
                || columns > MOST_COLUMNS
                || rows.stream().flatMap(List::stream).anyMatch(c -> c.length() > MOST_CELL_CHARS);
        if (isLayout) return "";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) text.append('\n');
            appendRow(text, rows.get(i), columns);
            if (i == 0) text.append('\n').append("| --- ".repeat(columns)).append('|');
        }
        return text.toString();
    }

    private static void appendRow(StringBuilder text, List<String> cells, int columns) {
        for (int i = 0; i < columns; i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            text.append("| ")
                    .append(MarkdownText.inner(cell.replace('\n', ' ')).replace("|", "\\|"))
                    .append(' ');
        }
        text.append('|');
    }
}
