<#-- Name and password; in a demo also everybody in it, with a button each. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <form id="kc-form-login" action="${url.loginAction}" method="post">
      <#if messagesPerField.existsError('username','password')>
        <p class="wrong" id="input-error" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p>
      </#if>
      <label for="username">${msg("usernameOrEmail")}</label>
      <input id="username" name="username" value="${(login.username!'')}" type="text" autocomplete="username" autocapitalize="none" spellcheck="false"<#if messagesPerField.existsError('username','password')> aria-invalid="true" aria-describedby="input-error"</#if>>
      <label for="password">${msg("password")}</label>
      <input id="password" name="password" type="password" autocomplete="current-password"<#if messagesPerField.existsError('username','password')> autofocus</#if><#if messagesPerField.existsError('username','password')> aria-invalid="true" aria-describedby="input-error"</#if>>
      <button id="kc-login" type="submit">${msg("doLogIn")}</button>
      <#if realm.resetPasswordAllowed>
        <p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
      </#if>
    </form>
    <#if properties.people??>
      <h2>${msg("demoPeople")}</h2>
      <p>${msg("demoPeopleHint")}</p>
      <ul class="people">
        <#list (properties.people + msg("demoProducers"))?split(";") as entry>
          <#assign person = entry?split("|")>
          <#if person?size == 3>
            <li>
              <form action="${url.loginAction}" method="post">
                <input type="hidden" name="username" value="${person[1]}">
                <input type="hidden" name="password" value="${person[2]}">
                <button type="submit">${person[0]}</button>
              </form>
            </li>
          </#if>
        </#list>
      </ul>
    </#if>
  </#if>
</@layout.registrationLayout>
