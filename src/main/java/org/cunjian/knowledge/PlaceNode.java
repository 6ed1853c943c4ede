package org.cunjian.knowledge;

import java.util.List;
import org.cunjian.content.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * One administrative unit that at least one case happens in or below.
 *
 * @param code its page's name: the gazetteer's code, or for a unit the gazetteer lacks the nearest known ancestor's code,
 *     {@code -x} and 6 hexadecimal digits of the chain's SHA-256
 * @param level 0 province to 4 village
 * @param chain the full chain as content files write it
 * @param parent code of the unit above, null for a province
 * @param children codes, in code order
 * @param cases those in this unit or below, in the order of the cases
 */
public record PlaceNode(
        String code,
        String name,
        int level,
        String chain,
        @Nullable String parent,
        List<String> children,
        List<ArticleId> cases) {
    public PlaceNode {
        children = List.copyOf(children);
        cases = List.copyOf(cases);
    }
}
