/** The fonts, which a frame asks for after its first picture. */
import '../../css/fonts.css';
