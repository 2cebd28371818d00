package org.mandelspark.report;

import java.util.regex.Pattern;

/** What a person reads of a page, outside of its drawings. */
final class PageText {
    private static final Pattern UNREAD = Pattern.compile("<(style|svg)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("</?(h1|h2|h3|p|li|dt|dd|tr|caption|figcaption|summary)\\b[^>]*>");
    private static final Pattern CELL = Pattern.compile("</t[dh]>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private PageText() {}

    /** Line by line; cells of a table are parted by bars, and the date and the version are left out. */
    static String of(String html) {
        String text = UNREAD.matcher(html).replaceAll("");
        text = CELL.matcher(text).replaceAll(" | ");
        text = BLOCK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return text.replaceAll("Made .* by Mandelspark \\S+", "Made by Mandelspark")
                        .replaceAll("&#39;", "'")
                        .replaceAll("&quot;", "\"")
                        .replaceAll("&lt;", "<")
                        .replaceAll("&gt;", ">")
                        .replaceAll("&amp;", "&")
                        .replaceAll("[ \t]+", " ")
                        .replaceAll("(?m)^ | $", "")
                        .replaceAll("\n{2,}", "\n")
                        .strip()
                + "\n";
    }
}
