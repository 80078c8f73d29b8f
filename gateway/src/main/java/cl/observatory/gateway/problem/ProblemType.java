package cl.observatory.gateway.problem;

import java.util.Locale;

/**
 * Every problem that the gateway itself can answer with, at the door and in its own resources. The code is the contract: it
 * never changes and never goes. The words of single faults stand in the resource bundle of this name.
 */
@SuppressWarnings("ImmutableEnumChecker") // Bilingual is a record of two strings.
public enum ProblemType implements cl.observatory.problem.ProblemType {
    INVALID_REQUEST_TARGET(
            400,
            new Bilingual("Ruta no válida", "Invalid request target"),
            new Bilingual(
                    "La ruta o la consulta tiene una forma que la puerta de entrada no acepta. Las rutas se escriben"
                            + " sólo con letras, dígitos y - . _ ~ + * , : @, sin codificación porcentual.",
                    "The path or the query has a form that the gateway does not accept. Paths are written with letters,"
                            + " digits and - . _ ~ + * , : @ only, without percent-encoding.")),
    TARGET_TOO_LONG(
            414,
            new Bilingual("Dirección demasiado larga", "Request target too long"),
            new Bilingual(
                    "La ruta supera 2.048 caracteres, o la ruta con su consulta supera 8.192.",
                    "The path exceeds 2,048 characters, or the path with its query exceeds 8,192.")),
    MALFORMED_REQUEST(
            400,
            new Bilingual("Solicitud mal formada", "Malformed request"),
            new Bilingual(
                    "La solicitud no cumple HTTP/1.1: hace falta un único encabezado Host válido, y el cuerpo se delimita"
                            + " con un Content-Length o con Transfer-Encoding: chunked, nunca con ambos.",
                    "The request does not follow HTTP/1.1: one valid Host header is needed, and the body is delimited by"
                            + " one Content-Length or by Transfer-Encoding: chunked, never by both.")),
    BODY_NOT_ALLOWED(
            400,
            new Bilingual("Cuerpo no permitido", "Body not allowed"),
            new Bilingual("Este método no admite un cuerpo.", "This method takes no body.")),
    UNKNOWN_PARAMETER(
            400,
            new Bilingual("Parámetro desconocido", "Unknown parameter"),
            new Bilingual(
                    "La consulta tiene un parámetro que esta operación no conoce.",
                    "The query has a parameter that this operation does not know.")),
    REPEATED_PARAMETER(
            400,
            new Bilingual("Parámetro repetido", "Repeated parameter"),
            new Bilingual(
                    "La consulta repite un parámetro que admite un solo valor.",
                    "The query repeats a parameter that takes one value only.")),
    INVALID_API_KEY(
            401,
            new Bilingual("Clave no válida", "Invalid API key"),
            new Bilingual(
                    "La clave del encabezado X-API-Key no es válida: está mal escrita, no existe, venció, fue revocada,"
                            + " o no vale desde esta red. Sin clave se puede leer lo público.",
                    "The key in the X-API-Key header is not valid: it is malformed, unknown, expired, revoked, or not good"
                            + " from this network. Public data can be read without a key.")),
    INVALID_PARTNER_REQUEST(
            400,
            new Bilingual("Valores que no se pueden usar", "Values that cannot be used"),
            new Bilingual("Cada valor que hay que corregir está en «errors».", "Each value to correct is in errors.")),
    RIGHTS_NOT_HELD(
            403,
            new Bilingual("Nadie da permisos que no tiene", "Nobody gives rights that are not their own"),
            new Bilingual(
                    "La clave pedida tendría permisos, o un ámbito, que quien la pide no tiene.",
                    "The key that is asked for would have scopes, or a reach, that whoever asks does not have.")),
    ADMINISTRATOR_KEY_TOO_LONG(
            403,
            new Bilingual("La clave de administración duraría demasiado", "The administrator key would last too long"),
            new Bilingual(
                    "Una clave que administra no dura más que la que la crea, ni más de 90 días si esta no vence. El comando administrator-key entrega nuevas.",
                    "A key that administers does not outlive the one that makes it, nor lasts more than 90 days where that one does not end. New ones come from the command administrator-key.")),
    UNKNOWN_PARTNER(
            404,
            new Bilingual("Entidad desconocida", "Unknown partner"),
            new Bilingual("No hay una entidad con este identificador.", "There is no partner of this id.")),
    UNKNOWN_KEY(
            404,
            new Bilingual("Clave desconocida", "Unknown key"),
            new Bilingual(
                    "Esta entidad no tiene una clave con este identificador.", "This partner has no key of this id.")),
    PARTNER_EXISTS(
            409,
            new Bilingual("La entidad ya existe", "The partner exists"),
            new Bilingual("Ya hay una entidad con este identificador.", "There is a partner of this id already.")),
    PARTNER_IS_SUSPENDED(
            409,
            new Bilingual("Entidad suspendida", "Partner suspended"),
            new Bilingual(
                    "La entidad está suspendida y no recibe claves mientras lo esté.",
                    "The partner is suspended, and gets no keys while it is.")),
    KEY_ALREADY_SHOWN(
            409,
            new Bilingual("La clave ya se mostró", "The key was shown"),
            new Bilingual(
                    "Esta solicitud ya creó una clave, que se mostró una vez y no se muestra de nuevo. Si se perdió, hay que rotarla.",
                    "This request made a key before, which was shown once and is not shown again. Where it was lost, rotate it.")),
    KEY_ALREADY_ROTATED(
            409,
            new Bilingual("La clave ya tiene sucesora", "The key has a successor"),
            new Bilingual(
                    "La clave ya fue reemplazada por otra. Lo que sigue se hace con la sucesora.",
                    "Another key has taken its place. Go on with that one.")),
    KEY_IS_OVER(
            409,
            new Bilingual("La clave ya no vale", "The key is over"),
            new Bilingual(
                    "La clave venció o fue revocada, y no se rota. Se puede entregar otra.",
                    "The key expired or was revoked, and is not rotated. Another one can be issued.")),
    IDEMPOTENCY_KEY_USED(
            409,
            new Bilingual("Idempotency-Key usada para otra solicitud", "Idempotency-Key used for another request"),
            new Bilingual(
                    "El mismo Idempotency-Key vino antes con otro cuerpo.",
                    "The same Idempotency-Key came before with another body.")),
    INVALID_STAFF_TOKEN(
            401,
            new Bilingual("Token no válido", "Invalid token"),
            new Bilingual(
                    "El token del encabezado Authorization no es válido aquí. Obtenga uno nuevo del proveedor de identidad.",
                    "The token in the Authorization header is not valid here. Get a new one from the identity provider.")),
    TWO_CREDENTIALS(
            400,
            new Bilingual("Dos credenciales", "Two credentials"),
            new Bilingual(
                    "La solicitud trae una clave en X-API-Key y un token en Authorization. Envíe sólo una de las dos.",
                    "The request has a key in X-API-Key and a token in Authorization. Send only one of the two.")),
    ROUTE_NOT_FOUND(
            404,
            new Bilingual("Ruta desconocida", "Unknown path"),
            new Bilingual(
                    "Ninguna operación responde en esta ruta. La lista está en /v1/docs.",
                    "No operation answers at this path. The list is at /v1/docs.")),
    CONTRACT_PART_NOT_FOUND(
            404,
            new Bilingual("Parte del documento desconocida", "Unknown part of the document"),
            new Bilingual(
                    "El documento OpenAPI no tiene una parte con ese nombre.",
                    "The OpenAPI document has no part of that name.")),
    ROUTE_METHOD_NOT_ALLOWED(
            405,
            new Bilingual("Método no admitido", "Method not allowed"),
            new Bilingual(
                    "La ruta existe, pero no con este método. El encabezado Allow dice con cuáles.",
                    "The path exists, but not with this method. The Allow header says with which.")),
    BODY_TOO_LARGE(
            413,
            new Bilingual("El cuerpo de la solicitud es demasiado grande", "The body of the request is too large"),
            new Bilingual(
                    "El cuerpo supera el máximo que admite esta dirección.",
                    "The body is larger than this address takes.")),
    RATE_LIMITED(
            429,
            new Bilingual("Demasiadas solicitudes", "Too many requests"),
            new Bilingual(
                    "Se agotó lo que se puede pedir por ahora. El encabezado RateLimit dice qué límite fue, y Retry-After"
                            + " cuándo reintentar. Con una clave se puede pedir más que sin ella.",
                    "What may be asked for is used up for now. The RateLimit header says which limit it was, and"
                            + " Retry-After when to try again. More may be asked with a key than without.")),
    HTTP_VERSION_NOT_SUPPORTED(
            505,
            new Bilingual("Versión de HTTP no admitida", "HTTP version not supported"),
            new Bilingual("La puerta de entrada habla HTTP/1.1.", "The gateway speaks HTTP/1.1.")),
    BACKEND_UNAVAILABLE(
            503,
            new Bilingual("Servicio no disponible", "Service unavailable"),
            new Bilingual(
                    "El servicio que responde aquí no está disponible. Retry-After dice cuándo reintentar.",
                    "The service that answers here is not available. Retry-After says when to try again.")),
    KEYS_UNAVAILABLE(
            503,
            new Bilingual("Claves no disponibles", "Keys unavailable"),
            new Bilingual(
                    "Por ahora no se pueden comprobar claves. Lo público se puede leer sin clave.",
                    "Keys cannot be checked at the moment. Public data can be read without a key.")),
    SIGN_IN_UNAVAILABLE(
            503,
            new Bilingual("Inicio de sesión no disponible", "Sign-in unavailable"),
            new Bilingual(
                    "Por ahora no se pueden comprobar tokens. Lo público se puede leer sin token.",
                    "Tokens cannot be checked at the moment. Public data can be read without a token.")),
    BACKEND_TIMEOUT(
            504,
            new Bilingual("El servicio no respondió a tiempo", "The service did not answer in time"),
            new Bilingual(
                    "El servicio que responde aquí no dio una respuesta a tiempo. Si la solicitud cambiaba algo, puede"
                            + " haber surtido efecto: repítala con la misma Idempotency-Key.",
                    "The service that answers here gave no answer in time. If the request was to change something, it"
                            + " may have had its effect: repeat it with the same Idempotency-Key.")),
    BAD_GATEWAY(
            502,
            new Bilingual("Respuesta interrumpida", "Broken answer"),
            new Bilingual(
                    "El servicio que responde aquí cortó la conexión sin responder. Si la solicitud cambiaba algo, puede"
                            + " haber surtido efecto: repítala con la misma Idempotency-Key.",
                    "The service that answers here closed the connection without an answer. If the request was to change"
                            + " something, it may have had its effect: repeat it with the same Idempotency-Key.")),
    INTERNAL_ERROR(
            500,
            new Bilingual("Error interno", "Internal error"),
            new Bilingual(
                    "Algo falló de nuestro lado. El identificador de la solicitud, si la respuesta lo trae, permite encontrarlo.",
                    "Something failed on our side. The request id, where the answer has one, lets it be found."));

    private final int status;
    private final Bilingual title;
    private final Bilingual description;

    ProblemType(int status, Bilingual title, Bilingual description) {
        this.status = status;
        this.title = title;
        this.description = description;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title(Locale language) {
        return title.in(Language.of(language));
    }

    @Override
    public String detail(Locale language, Object... arguments) {
        return description.in(Language.of(language));
    }

    public Bilingual title() {
        return title;
    }

    /** What the catalogue says about the code; also the detail of an answer that has nothing more to say. */
    public Bilingual description() {
        return description;
    }

    /** Relative on purpose: it resolves at the address under which the caller found the gateway. */
    public String uri() {
        return "/v1/problems#" + name();
    }
}
