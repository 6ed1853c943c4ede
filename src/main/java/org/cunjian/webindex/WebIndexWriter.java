package org.cunjian.webindex;

import java.util.Map;
import org.cunjian.io.OutputSink;
import org.cunjian.knowledge.KnowledgeBase;

/**
 * Writes the index that browsers search, as scripts under {@code search-index/}. The same index gives the same bytes, however
 * it came to be; a block that did not change is kept. The layout stands in {@code FORMAT.md}.
 */
public final class WebIndexWriter {
    private WebIndexWriter() {}

    /** Cost: linear in postings and published text. */
    public static void write(PostingsSource source, KnowledgeBase kb, OutputSink sink) {
        TermBlocks terms = new TermBlocks(source, sink);
        SoundTable.Builder sounds = SoundTable.builder(source.documentCount());
        source.forEachTerm((term, byField) -> {
            terms.add(term, byField);
            addSounds(sounds, term, byField);
        });
        terms.finish();
        SoundTable table = sounds.build();
        int soundBuckets = SoundBlocks.write(table, sink);
        int readingBuckets = SoundBlocks.writeReadings(terms.characters(), sink);
        FoldBlock.write(terms.characters(), sink);
        ResultBlocks results = new ResultBlocks(source, kb, sink);
        results.writeSummaries();
        results.writeTexts();
        Map<String, Integer> facets = new FacetBlocks(source, kb, sink).write();
        new Block("root", root(source, terms, facets, soundBuckets, readingBuckets), "").write(sink);
    }

    private static void addSounds(SoundTable.Builder sounds, String term, PostingsSource.Postings[] byField) {
        IndexField[] fields = IndexField.values();
        for (int f = 0; f < fields.length; f++) {
            if (byField[f].count == 0) continue;
            if (!fields[f].hasNorms()) sounds.add(term, byField[f].count, 0);
            else if (fields[f] == IndexField.BODY) sounds.add(term, 0, byField[f].count);
        }
    }

    /** JSON by hand: numbers, and names of ours that need no escape. */
    private static String root(
            PostingsSource source,
            TermBlocks terms,
            Map<String, Integer> facets,
            int soundBuckets,
            int readingBuckets) {
        StringBuilder json = new StringBuilder("{\"documents\":").append(source.documentCount());
        json.append(",\"practices\":").append(source.practiceCount()).append(",\"statistics\":[");
        String comma = "";
        for (IndexField field : IndexField.values()) {
            PostingsSource.Statistics s = source.statistics(field);
            json.append(comma)
                    .append('[')
                    .append(s.documents())
                    .append(',')
                    .append(s.tokens())
                    .append(']');
            comma = ",";
        }
        json.append("],\"light\":").append(terms.lightBuckets()).append(",\"heavy\":\"");
        StringBuilder sizes = new StringBuilder();
        terms.heavyBuckets().forEach((character, buckets) -> {
            json.appendCodePoint(character);
            Symbols.append(sizes, Integer.numberOfTrailingZeros(buckets));
        });
        json.append("\",\"heavyBits\":\"").append(sizes);
        json.append("\",\"documentsPerBlock\":").append(TermBlocks.DOCUMENTS_PER_BLOCK);
        json.append(",\"summariesPerBlock\":").append(ResultBlocks.SUMMARIES_PER_BLOCK);
        json.append(",\"facetsPerBlock\":").append(FacetBlocks.DOCUMENTS_PER_BLOCK);
        json.append(",\"soundBuckets\":").append(soundBuckets);
        json.append(",\"readingBuckets\":").append(readingBuckets);
        json.append(",\"facets\":{");
        comma = "";
        for (Map.Entry<String, Integer> facet : facets.entrySet()) {
            json.append(comma).append('"').append(facet.getKey()).append("\":").append(facet.getValue());
            comma = ",";
        }
        return json.append("}}").toString();
    }
}
