/** Reads policies from the web: politely, within limits, and with a record of where each came from. */
package dev.policyscan.source.web;
