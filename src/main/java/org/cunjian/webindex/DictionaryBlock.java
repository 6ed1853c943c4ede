package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Entries as a block: their texts a line each, sorted; their data one behind the other. */
final class DictionaryBlock {
    private DictionaryBlock() {}

    /** @param entries in order */
    static Block write(String name, Collection<TermEntry> entries) {
        int length = 0;
        int bytes = 0;
        for (TermEntry entry : entries) {
            length += entry.text().length() + 1;
            bytes += entry.data().length();
        }
        StringBuilder terms = new StringBuilder(length);
        StringBuilder data = new StringBuilder(bytes);
        for (TermEntry entry : entries) {
            if (!terms.isEmpty()) terms.append('\n');
            terms.append(entry.text());
            data.append(entry.data());
        }
        return new Block(name, terms.toString(), data.toString());
    }

    static List<TermEntry> read(Block block) {
        List<TermEntry> entries = new ArrayList<>();
        Symbols.Reader data = new Symbols.Reader(block.data());
        for (int from = 0; from < block.text().length(); ) {
            int end = block.text().indexOf('\n', from);
            if (end < 0) end = block.text().length();
            TermEntry bare = new TermEntry(block.text().substring(from, end), "");
            from = end + 1;
            int start = data.position();
            if (!bare.isBare()) TermCode.skip(data);
            entries.add(new TermEntry(bare.text(), block.data().substring(start, data.position())));
        }
        return entries;
    }
}
