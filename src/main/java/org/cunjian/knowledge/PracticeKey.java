package org.cunjian.knowledge;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cunjian.text.Simplifier;

/**
 * Two names with the same key are one practice: Simplified, NFKC, lower case, without quotes and punctuation (but with +), and
 * without a formal head noun that adds nothing (“五长制”工作模式 = 五长制, “1+3+1”模式 = 1+3+1). 管理 and 治理 stay: 网格化管理 and
 * 网格化治理 are related, not equal.
 */
final class PracticeKey {
    /** Longest first, so that 工作模式 goes as a whole. Dropped only where at least two characters remain. */
    private static final List<String> EMPTY_HEADS =
            List.of("运营工作模式", "工作模式", "治理模式", "管理模式", "运行模式", "工作机制", "工作制度", "工作法", "模式", "机制", "活动", "工作");

    /** Bounds the memory of a long preview; a site of 10,000 articles has some 11,000 names. */
    private static final int MOST_KNOWN = 100_000;

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private PracticeKey() {}

    /** Pure; each name is folded once, as a thousand cases print the same. */
    static String of(String name) {
        String known = KNOWN.get(name);
        if (known != null) return known;
        String key = make(name);
        if (KNOWN.size() < MOST_KNOWN) KNOWN.put(name, key);
        return key;
    }

    private static String make(String name) {
        String folded = Normalizer.normalize(Simplifier.toSimplified(name), Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            if (c == '+' || Character.isLetterOrDigit(c)) kept.appendCodePoint(Character.toLowerCase(c));
        });
        String key = kept.toString();
        for (String head : EMPTY_HEADS)
            if (key.endsWith(head) && key.length() - head.length() >= 2)
                return key.substring(0, key.length() - head.length());
        // 积分制度 and 积分制 are the same arrangement.
        if (key.endsWith("制度") && key.length() >= 4) key = key.substring(0, key.length() - 1);
        return key;
    }
}
