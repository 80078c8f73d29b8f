/**
 * How a service says no: a catalogue of problems in two languages, and their form on the wire (RFC 9457). Each service
 * adds its own {@link cl.observatory.problem.ProblemType}s; whatever else fails is told by a {@link
 * cl.observatory.problem.CommonProblem}, without a class name, SQL or a stack trace.
 */
package cl.observatory.problem;
