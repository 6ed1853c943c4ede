package org.cunjian.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that a form was filled with because it asked for one: {@code 来源：未知}, {@code 作者：admin}. */
final class Placeholder {
    private static final Pattern FORM = Pattern.compile(
            "(?i)未知|不详|不詳|佚名|匿名|无|無|暂无|网络|网上|互联网|網路|网络转载|转载|其他|其它|原创|本站|本网|本網|本站原创|本网站|本站编辑|网站|admin\\w*|administrator|root|test|user|none|null|undefined|"
                    + "(?:系统|网站|后台)?管理员|系统|小编|编辑|责任编辑|编辑部|发布者|[a-z]{0,2}_?\\d+|[-/\\\\.·—]+");

    private Placeholder() {}

    static @Nullable String orNull(@Nullable String value) {
        if (value == null || value.isBlank() || FORM.matcher(value.strip()).matches()) return null;
        return value;
    }
}
