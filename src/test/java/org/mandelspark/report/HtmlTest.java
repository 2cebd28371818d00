package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Property(tries = 300)
    void noTextEndsWhatItStandsIn(@ForAll String text) {
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
