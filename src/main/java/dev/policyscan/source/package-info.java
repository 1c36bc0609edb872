/** Where policies come from: bytes with a name, a media type and a character encoding. */
package dev.policyscan.source;
