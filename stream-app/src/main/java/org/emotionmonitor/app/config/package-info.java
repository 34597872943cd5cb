/**
 * One annotated default file; overrides by file, environment and command line; every value checked.
 */
package org.emotionmonitor.app.config;
