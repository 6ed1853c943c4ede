package org.cunjian.practice;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.cunjian.text.CharacterSet;

/** Forms of a name: how it is written without quotes, and the key by which two surfaces are known to be one name. */
final class NameForm {
    /** Words that add nothing to a name's identity: 月夜茶话会制度 is 月夜茶话会. */
    private static final PhraseTrie<Boolean> LOOSE_HEADS = PhraseTrie.backwards(List.of(
                    "运营工作模式", "工作模式", "治理模式", "管理模式", "发展模式", "经营模式", "服务模式", "工作机制", "联动机制", "管理制度", "专项行动", "组织体系",
                    "服务平台", "信息平台", "模式", "机制", "工作法", "制度", "体系", "平台", "行动", "活动", "计划", "工程", "项目", "建设", "创建", "评选",
                    "管理", "治理", "服务", "系统", "标准", "要求", "政策", "队伍", "工作", "制")
            .stream()
            .collect(Collectors.toMap(head -> head, head -> true)));

    /** A stem has this many characters at least. */
    private static final int SHORTEST_STEM = 2;

    /** Marks outside ASCII that no key keeps; everything else there is normalised first. */
    private static final CharacterSet SILENT = CharacterSet.of("“”‘’「」『』《》〈〉（）、，。；：！？·—…　");

    private NameForm() {}

    /** Letters, digits and plus signs only, full-width forms folded, lower case: equal keys are one name. */
    static String key(CharSequence name) {
        int length = name.length();
        int han = 0;
        while (han < length && isHan(name.charAt(han))) han++;
        if (han == length) return name.toString();
        StringBuilder plain = new StringBuilder(length).append(name, 0, han);
        for (int i = han; i < length; i++) {
            char c = name.charAt(i);
            if (isHan(c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '+') plain.append(c);
            else if (c >= 'A' && c <= 'Z') plain.append((char) (c + 'a' - 'A'));
            else if (c >= 0x80 && !SILENT.has(c)) return foldedKey(name);
        }
        return plain.toString();
    }

    private static String foldedKey(CharSequence name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> c == '+' || Character.isLetterOrDigit(c))
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** {@code key} without the head nouns that add nothing, as long as two characters stay. */
    static String stem(String key) {
        char[] chars = key.toCharArray();
        int end = chars.length;
        PhraseTrie.Node<Boolean> head;
        while ((head = LOOSE_HEADS.findBack(chars, SHORTEST_STEM, end)) != null) end -= head.depth;
        return key.substring(0, end);
    }

    /** The name as it is shown: quotation marks and white space dropped, full-width letters, digits and plus signs folded. */
    static String shown(CharSequence surface) {
        StringBuilder name = new StringBuilder(surface.length());
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            if (QuoteFinder.isMark(c) || Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0') continue;
            boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ') || c == '＋';
            name.append(wide ? (char) (c - 0xFEE0) : c);
        }
        return name.toString();
    }

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || (c >= '\u3400' && c <= '\u4DBF');
    }
}
