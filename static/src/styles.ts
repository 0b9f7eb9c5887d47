/** What a page needs before it can be drawn, its first still picture too: the styles in the order in which they build on each other. */
import '../css/tokens.css';
import '../css/layout.css';
import '../css/stage.css';
import '../css/sight.css';
import '../css/controls.css';
import '../css/panels.css';
import '../css/formula.css';
import '../css/inspector.css';
import '../css/published.css';
import '../css/notices.css';
import '../css/twin.css';
import '../css/gradient.css';
import '../css/training.css';
import '../css/views.css';
import '../css/shape.css';
import '../css/plain.css';
import '../css/print.css';
