package org.cunjian.build;

import java.util.List;
import java.util.Optional;
import org.cunjian.diagnostic.Diagnostic;

/**
 * What a build did.
 *
 * @param published absent where nothing was published: then a diagnostic says why, and the output is as it was
 */
public record BuildReport(
        int cases,
        int practices,
        List<StageTable.Row> stages,
        StageTable.Row total,
        List<Diagnostic> diagnostics,
        Optional<Published> published) {
    public BuildReport {
        stages = List.copyOf(stages);
        diagnostics = List.copyOf(diagnostics);
    }
}
