@echo off
rem Starts Crosscheck with the Java of JAVA_HOME, or else the one on PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -jar "%~dp0..\crosscheck.jar" %*
exit /b %ERRORLEVEL%
