/** What reporters are told about their data, in versions that are kept: each report is sealed with the one it was shown. */
package cl.observatory.reports.notice;
