package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.mandelspark.Draw;
import org.mandelspark.Property;

class HtmlTest {
    private static final String MARKUP = "<>&\"'";

    @Property(cases = 300)
    void noTextEndsWhatItStandsIn(Draw draw) {
        String text = draw.text(
                0,
                255,
                () -> draw.oneOf(
                        () -> MARKUP.codePointAt(draw.integer(0, MARKUP.length() - 1)),
                        () -> draw.integer(0, Character.MAX_CODE_POINT)));
        String page = new Html().open("p", "title", text).text(text).close().page();
        String inside = page.substring(page.indexOf("<p title=\"") + 10, page.length() - "</p>".length());
        assertThat(inside.replaceFirst("\">", ""))
                .doesNotContain("<")
                .doesNotContain(">")
                .doesNotContain("\"");
    }

    @Test
    void textIsReadAsItWasWritten() {
        assertThat(Html.escaped("a<b>&\"c\"'d'\n\té 漢 🌀"))
                .isEqualTo("a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;\n\té 漢 🌀");
    }

    @Test
    void whatIsNoTextIsShownAsSuch() {
        assertThat(Html.escaped("a\u0000b\u001bc\ud800d\u202ee")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    @Test
    void anElementThatIsStillOpenIsNoPage() {
        assertThatIllegalStateException().isThrownBy(() -> new Html().open("p").page());
    }
}
