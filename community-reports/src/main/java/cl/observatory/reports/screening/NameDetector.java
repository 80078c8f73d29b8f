package cl.observatory.reports.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A proper name behind a title, an office or a word as {@code tía} or {@code me llamo}. With capitals any word in that
 * place is a name; without them, in a text of small letters or of capitals only, it has to be one known in Chile. Names of
 * streets, hospitals and institutions that have a title in them stay.
 */
final class NameDetector implements Detector {

    private static final int LONGEST = 5;

    /** What stands before names and nothing else, so that an unknown word in small letters is taken too. */
    private static final Set<String> DON = Set.of("don", "dona");

    private static final Set<String> TITLES = WordList.fromFile("titles.txt");

    private static final Set<String> PLURALS =
            WordList.of("senores, senoras, sres, sras, srs, tios, tias, doctores, doctoras, profesores, profesoras, "
                    + "inspectores, detectives, cabos, hermanos, hermanas, vecinos, vecinas");

    private static final Set<String> SHORT_FORMS = WordList.of(
            "sr, sra, srta, sres, sras, srs, dr, dra, dn, dna, prof, insp, lic, ing, arq, sgto, tte, cap, sub, "
                    + "subof, alc");

    /** What may stand between an office and a name. */
    private static final Set<String> RANKS =
            WordList.of("primero, primera, segundo, segunda, mayor, jefe, jefa, subrogante, titular, 1, 2, 1ro, 2do");

    /** How surnames in Mapudungun begin and end. */
    private static final Beside MAPUCHE =
            Beside.of("^(?:huen|huich|huai|hueich|huir|huil|huin|curi|cayu|catri|calf|caniu|colli|"
                    + "coliq|colip|nahuel|paill|paine|quila|quint|cheuq|llanc|llanq|lleuf|leviq|linco|loncon|"
                    + "maril|marin|mariq|meli|milla|necul|"
                    + "nancu|antil|antin|antiv|ancam|pichu|pinchu|queup|rapim|raim|tranam|tripai|traip|epul|"
                    + "lien|manqu).{3,9}$"
                    + "|^.{3,8}(?:queo|hual|gual|lao|cheo|lef|laf|huinca|pangui)$");

    /** Of several words each; the name comes behind the last one. */
    private static final Set<String> INTRODUCTIONS =
            WordList.of("me llamo, se llama, se llamaba, nombre es, de nombre, nombre de, un tal, una tal, tal don, "
                    + "conocido como, conocida como, ella es, apellido es, de apellido");

    private static final Set<String> ALIASES = Set.of("alias", "apodado", "apodada");

    private static final Set<String> PLACES = WordList.of(
            "calle, calles, avenida, av, avda, pasaje, psje, pje, plaza, plazoleta, hospital, liceo, escuela, "
                    + "colegio, jardin, poblacion, villa, metro, estacion, paradero, cerro, parque, cesfam, consultorio, "
                    + "comuna, teatro, estadio, regimiento, batallon, ruta, camino, puente, campamento, toma, barrio, "
                    + "cuartel, sector, condominio, universidad, instituto, club, fundacion, parroquia, caleta, puerto, "
                    + "isla, aeropuerto, autopista, costanera, alameda, paseo, feria, supermercado");

    private static final Set<String> OF = Set.of("de", "del");

    private static final Set<String> ARTICLES = Set.of("el", "la");

    private static final Set<String> LINKS = Set.of("de", "del", "la", "las", "los", "san");

    private static final Set<String> ALIAS_GAPS = Set.of(" ", ": ", " \"", ": \"", " '", " (");

    private static final Set<String> FIRST_NAMES = WordList.fromFile("first-names.txt");

    private static final Set<String> SURNAMES = WordList.fromFile("surnames.txt");

    private static final Set<String> NO_NAMES = WordList.fromFile("not-a-name.txt");

    /** Names that are more often something else where nothing is written with a capital. */
    private static final Set<String> ALSO_WORDS = WordList.of(
            "rubio, moreno, morena, blanco, delgado, bravo, rico, calvo, gallo, toro, cabezas, sol, paz, plaza, "
                    + "calle, mesa, leal, bello, vera, segura, amigo, mercado, banda, barriga, cid, san, prado, parada, "
                    + "barra, carrera, concha, cuevas, cruces, caro, vale, rut, linda, alma, segundo, maximo, canto, "
                    + "laguna, lucero, fran, pato, nano, domingo, santos, salvo, arenas, campos, flores, pena, sierra, "
                    + "nieto, guerra, madrid, duran, esperanza, mercedes, dolores");

    /** Honours with a name that are places or things. */
    private static final Set<String> NAMED_AFTER = WordList.of(
            "padre hurtado, padre las, don bosco, doctor sotero, dr sotero, general velasquez, coronel santiago, "
                    + "tio sam, cardenal caro, padre mariana, mayor parte, hermanos carrera, capitan yaber, teniente merino");

    @Override
    public Kind kind() {
        return Kind.NAME;
    }

    @Override
    public List<Span> find(FoldedText text) {
        List<Span> spans = new ArrayList<>();
        Words words = text.words();
        int i = 0;
        while (i < words.size()) {
            int first = firstOfName(words, i);
            int behind = first < 0
                    ? -1
                    : behindName(
                            words,
                            first,
                            words.isOneOf(i, DON) || words.isOneOf(i, ALIASES),
                            words.isOneOf(i, PLURALS));
            if (behind > first) {
                spans.add(new Span(words.start(first), words.end(behind - 1)));
                i = behind;
            } else {
                i++;
            }
        }
        return spans;
    }

    /** Where a name would begin if one is led to by a word and those behind it, or -1. */
    private static int firstOfName(Words words, int index) {
        boolean title = words.isOneOf(index, TITLES) || words.isOneOf(index, PLURALS);
        if (title && words.goesOnWith(index + 1, words.isOneOf(index, SHORT_FORMS) ? "." : "")) {
            boolean place = index > 0 && words.goesOn(index) && isOfPlace(words, index - 1);
            boolean ranked = words.isOneOf(index + 1, RANKS) && words.goesOnWith(index + 2, "°");
            return place || NAMED_AFTER.contains(words.at(index) + " " + words.at(index + 1))
                    ? -1
                    : ranked ? index + 2 : index + 1;
        }
        if (words.isOneOf(index, ALIASES) && ALIAS_GAPS.contains(words.gapBefore(index + 1))) {
            return words.isOneOf(index + 1, ARTICLES) ? index + 2 : index + 1;
        }
        boolean introduced = words.goesOn(index + 1)
                && words.goesOnWith(index + 2, ":")
                && INTRODUCTIONS.contains(words.at(index) + " " + words.at(index + 1));
        return introduced ? index + 2 : -1;
    }

    private static boolean isOfPlace(Words words, int index) {
        return words.isOneOf(index, PLACES) || (words.isOneOf(index, OF) && words.isOneOf(index - 1, PLACES));
    }

    /** The first word behind a name, or the word itself if it is no name. */
    private static int behindName(Words words, int first, boolean any, boolean several) {
        boolean capitals = words.isCapital(first) && !isShouted(words, first);
        boolean known = isKnown(words.at(first)) && !words.isOneOf(first, ALSO_WORDS);
        boolean unknown =
                any && words.at(first).length() > 2 && !words.at(first - 1).equals("dona");
        if (words.isOneOf(first, NO_NAMES)
                || words.isOneOf(first, TITLES)
                || words.isNumber(first)
                || !(capitals || known || unknown)) {
            return first;
        }
        int behind = first + 1;
        while (behind < first + LONGEST && words.goesOnWith(behind, ".-") && goesOn(words, behind, capitals)) {
            behind++;
        }
        boolean another = several && "y".equals(words.at(behind)) && words.goesOn(behind) && words.goesOn(behind + 1);
        int next = another ? behindName(words, behind + 1, false, false) : behind;
        return next > behind + 1 ? next : withoutLink(words, behind);
    }

    private static boolean goesOn(Words words, int index, boolean capitals) {
        String word = words.at(index);
        if (words.isNumber(index)) {
            return false;
        }
        boolean dotted = words.gapBefore(index).indexOf('.') >= 0;
        if (dotted) {
            return words.at(index - 1).length() == 1 && words.isCapital(index);
        }
        if (LINKS.contains(word)) {
            int next = LINKS.contains(words.at(index + 1)) ? index + 2 : index + 1;
            boolean leads = !"de".equals(word) || next > index + 1;
            return leads && words.goesOn(next) && (capitals ? words.isCapital(next) : isKnown(words.at(next)));
        }
        if (NO_NAMES.contains(word) || TITLES.contains(word)) {
            return false;
        }
        return (capitals && words.isCapital(index))
                || isSurname(word)
                || (FIRST_NAMES.contains(word) && !ALSO_WORDS.contains(word));
    }

    private static int withoutLink(Words words, int behind) {
        int end = behind;
        while (words.isOneOf(end - 1, LINKS)) {
            end--;
        }
        return end;
    }

    private static boolean isKnown(String word) {
        return FIRST_NAMES.contains(word) || isSurname(word);
    }

    private static boolean isSurname(String word) {
        return SURNAMES.contains(word) || (word.length() > 4 && (word.endsWith("ez") || MAPUCHE.isIn(word)));
    }

    /** In a text of capitals a capital tells nothing. */
    private static boolean isShouted(Words words, int index) {
        return words.isAllCapitals(index)
                && words.isAllCapitals(index - 1)
                && words.at(index - 1).length() > 1;
    }
}
