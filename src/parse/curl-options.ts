/**
 * curl's options by their long names (curl's manual page; 7.88 and 8.x): which take a value, and which of them decide what is
 * sent. Those that `curl-arguments.ts` acts upon are in its own table.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What each single letter stands for. */
export const SHORT: Record<string, string> = Object.fromEntries(
  words(`0=http1.0 1=tlsv1 2=sslv2 3=sslv3 4=ipv4 6=ipv6 #=progress-bar :=next a=append A=user-agent b=cookie B=use-ascii c=cookie-jar
  C=continue-at d=data D=dump-header e=referer E=cert f=fail F=form g=globoff G=get h=help H=header i=include I=head j=junk-session-cookies
  J=remote-header-name k=insecure K=config l=list-only L=location m=max-time M=manual n=netrc N=no-buffer o=output O=remote-name
  p=proxytunnel P=ftp-port q=disable Q=quote r=range R=remote-time s=silent S=show-error t=telnet-option T=upload-file u=user
  U=proxy-user v=verbose V=version w=write-out x=proxy X=request Y=speed-limit y=speed-time z=time-cond Z=parallel`).map((pair) => [
    pair[0]!,
    pair.slice(2),
  ]),
);

/** Take a value, and change what is shown, kept or tried again, not what is sent. */
export const OUTPUT_VALUES = new Set(
  words(`alt-svc cookie-jar create-file-mode dump-header etag-save expect100-timeout help hsts keepalive-cnt keepalive-time
  libcurl limit-rate max-filesize max-redirs output output-dir parallel-max parallel-max-host rate retry retry-delay
  retry-max-time speed-limit speed-time stderr trace trace-ascii trace-config write-out`),
);

/** Take a value that decides where, as whom or what curl sends, and that is not used here. */
export const UNUSED_VALUES = new Set(
  words(`abstract-unix-socket aws-sigv4 cacert capath cert cert-type ciphers connect-timeout connect-to continue-at crlfile
  curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url ech egd-file engine etag-compare
  ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5
  hostpubsha256 interface ip-tos ipfs-gateway key key-type knownhosts krb local-port login-options mail-auth mail-from mail-rcpt
  netrc-file noproxy pass pinnedpubkey preproxy proto proto-redir proxy-cacert proxy-capath proxy-cert proxy-cert-type
  proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
  proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy1.0 pubkey quote random-file request-target resolve
  sasl-authzid service-name sigalgs socks5-gssapi-service ssl-sessions telnet-option tftp-blksize time-cond tls-max
  tls13-ciphers tlsauthtype tlspassword tlsuser unix-socket upload-flags variable vlan-priority`),
);

/** Take no value, decide what curl sends, and are not used here. */
export const UNUSED_FLAGS = new Set(
  words(`anyauth crlf digest haproxy-protocol negotiate netrc netrc-optional ntlm ntlm-wb path-as-is proxy-anyauth proxy-digest proxy-insecure proxy-negotiate
  proxy-ntlm tr-encoding`),
);

/** With these, `-u` is not sent as Basic credentials. */
export const OTHER_AUTHENTICATION = new Set(words('anyauth aws-sigv4 digest negotiate ntlm ntlm-wb'));

/** Take no value, and matter neither to the request nor to how it is sent. */
export const OTHER_FLAGS = new Set(
  words(`append basic ca-native cert-status compressed compressed-ssh create-dirs disable disable-eprt disable-epsv
  disallow-username-in-url doh-cert-status doh-insecure fail fail-early fail-with-body false-start form-escape ftp-create-dirs
  ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control http0.9 http1.0 http1.1 http2
  http2-prior-knowledge http3 http3-only ignore-content-length include ipv4 ipv6 junk-session-cookies list-only
  mail-rcpt-allowfails manual metalink mptcp no-alpn no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid
  out-null parallel parallel-immediate post301 post302 post303 progress-bar progress-meter proxy-basic proxy-ca-native
  proxy-http2 proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw remote-header-name remote-name
  remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused sasl-ir sessionid show-error show-headers silent
  skip-existing socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd
  ssl-revoke-best-effort sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tlsv1
  tls-earlydata tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 trace-ids trace-time use-ascii verbose version xattr alpn buffer
  keepalive npn clobber`),
);
