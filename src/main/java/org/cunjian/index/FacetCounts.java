package org.cunjian.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** How often each facet value occurs among the hits of a query. Cost: a look at each hit. */
final class FacetCounts {
    private static final int MOST_FACET_VALUES = 200;

    private FacetCounts() {}

    /** For each kind the most frequent values, most frequent first. */
    static List<SearchResult.FacetCount> of(LiveSearcher lucene, Query query) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        lucene.search(query, new CollectorManager<FacetCounter, Map<String, Integer>>() {
            @Override
            public FacetCounter newCollector() {
                return new FacetCounter(counts);
            }

            @Override
            public Map<String, Integer> reduce(java.util.Collection<FacetCounter> counters) {
                return counts;
            }
        });
        List<SearchResult.FacetCount> all = new ArrayList<>();
        counts.forEach((stored, count) -> {
            FacetValue value = FacetValue.ofStored(stored);
            all.add(new SearchResult.FacetCount(value.kind(), value.value(), value.label(), value.parent(), count));
        });
        all.sort(Comparator.comparing(SearchResult.FacetCount::kind)
                .thenComparing(
                        Comparator.comparingInt(SearchResult.FacetCount::count).reversed())
                .thenComparing(SearchResult.FacetCount::value));
        List<SearchResult.FacetCount> most = new ArrayList<>();
        Map<FacetKind, Integer> kept = new java.util.EnumMap<>(FacetKind.class);
        for (SearchResult.FacetCount facet : all)
            if (kept.merge(facet.kind(), 1, Integer::sum) <= MOST_FACET_VALUES) most.add(facet);
        return most;
    }

    /** Counts facet values over all hits, per segment by ordinal. */
    private static final class FacetCounter extends SimpleCollector {
        private final Map<String, Integer> counts;
        private @Nullable SortedSetDocValues values;
        private int[] byOrdinal = new int[0];

        FacetCounter(Map<String, Integer> counts) {
            this.counts = counts;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = context.reader().getSortedSetDocValues(FieldNames.FACET);
            byOrdinal = new int[values == null ? 0 : (int) values.getValueCount()];
        }

        @Override
        public void collect(int doc) throws IOException {
            if (values == null || !values.advanceExact(doc)) return;
            for (int i = 0; i < values.docValueCount(); i++) byOrdinal[(int) values.nextOrd()]++;
        }

        @Override
        public void finish() throws IOException {
            if (values == null) return;
            for (int i = 0; i < byOrdinal.length; i++)
                if (byOrdinal[i] > 0) counts.merge(values.lookupOrd(i).utf8ToString(), byOrdinal[i], Integer::sum);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
