package coop.parasol.acceptance.portal;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Walks a page by the Tab key alone: every control is reached, shows that it is, and lets go of the focus. */
final class TabWalk {

    /** A field for a day has a stop for each of its parts. */
    private static final int MAX_STOPS_A_CONTROL = 6;

    private static final double MIN_CONTRAST = 3.0;

    /** Keeps the controls that somebody without a mouse has to reach, in the order of the page; of radios one a group. */
    private static final String CONTROLS = """
            () => {
              const radios = new Set();
              window.controls = [...document.querySelectorAll(
                  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(each => !each.disabled && each.tabIndex >= 0 && each.checkVisibility()
                    && !(each.closest('details:not([open])') && !each.matches('details > summary')))
                .filter(each => each.type !== 'radio' || (!radios.has(each.name) && radios.add(each.name)));
              document.body.focus();
              return window.controls.map(each => each.tagName.toLowerCase() + ' '
                  + (each.name || each.getAttribute('href') || each.innerText || each.className).slice(0, 60));
            }
            """;

    /** Where the focus is, and how it looks: the outline's width and its contrast with what is behind it. */
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              const of = window.controls.findIndex(each => each === at
                  || (at.type === 'radio' && each.type === 'radio' && each.name === at.name));
              const style = getComputedStyle(at);
              const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
              const pen = canvas.getContext('2d', {willReadFrequently: true});
              const luminance = colour => {
                pen.clearRect(0, 0, 1, 1);
                pen.fillStyle = colour;
                pen.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255)
                    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              let behind = at.parentElement;
              while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') {
                behind = behind.parentElement;
              }
              const back = luminance(behind ? getComputedStyle(behind).backgroundColor : 'white');
              const line = luminance(style.outlineColor);
              const box = at.getBoundingClientRect();
              return {
                index: of,
                what: at.outerHTML.slice(0, 120),
                width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
                contrast: (Math.max(line, back) + 0.05) / (Math.min(line, back) + 0.05),
                inView: box.bottom > 0 && box.top < innerHeight
              };
            }
            """;

    private static final int SCROLLING_MS = 500;

    private TabWalk() {}

    /** What is wrong for somebody with a keyboard alone; nothing if all is well. */
    static List<String> wrongOf(Page page) {
        List<String> wrong = new ArrayList<>();
        List<?> controls = (List<?>) page.evaluate(CONTROLS);
        Set<Integer> reached = new HashSet<>();
        int stops = 0;
        int last = -1;
        for (int i = 0; reached.size() < controls.size() && i < controls.size() * 2 + MAX_STOPS_A_CONTROL; i++) {
            page.keyboard().press("Tab");
            Map<?, ?> focus = focus(page);
            int index = (int) number(focus, "index");
            stops = index == last ? stops + 1 : 0;
            last = index;
            if (index >= 0 && stops > MAX_STOPS_A_CONTROL) {
                wrong.add("the focus cannot leave " + focus.get("what"));
                break;
            }
            if (index >= 0 && reached.add(index)) {
                look(focus, wrong);
            }
        }
        for (int i = 0; i < controls.size(); i++) {
            if (!reached.contains(i)) {
                wrong.add("Tab does not reach " + controls.get(i));
            }
        }
        return wrong;
    }

    /** Where the focus is, once the page has scrolled to it. */
    private static Map<?, ?> focus(Page page) {
        Map<?, ?> focus = (Map<?, ?>) page.evaluate(FOCUS);
        if (Boolean.FALSE.equals(focus.get("inView"))) {
            page.waitForTimeout(SCROLLING_MS);
            focus = (Map<?, ?>) page.evaluate(FOCUS);
        }
        return focus;
    }

    private static void look(Map<?, ?> focus, List<String> wrong) {
        if (number(focus, "width") < 2) {
            wrong.add("the focus is not seen at " + focus.get("what"));
        } else if (number(focus, "contrast") < MIN_CONTRAST) {
            wrong.add("the focus has a contrast of " + focus.get("contrast") + " at " + focus.get("what"));
        }
        if (!Boolean.TRUE.equals(focus.get("inView"))) {
            wrong.add("the focus is out of view at " + focus.get("what"));
        }
    }

    private static double number(Map<?, ?> focus, String name) {
        return ((Number) Objects.requireNonNull(focus.get(name))).doubleValue();
    }
}
